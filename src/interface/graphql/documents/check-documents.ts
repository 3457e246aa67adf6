import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  parse,
  specifiedRules,
  validate,
} from "graphql";
import type { TrustedDocument } from "../../../application/documents/ports/trusted-documents.js";
import type { Limits } from "../../../application/shared/limits.js";
import { InvalidDocument } from "../../../domain/documents/errors.js";
import { DomainError, Refused } from "../../../domain/shared/domain-error.js";
import { documentLimits, MAX_VALIDATION_ERRORS } from "../limits/document-limits.js";
import { nestingProblem } from "../limits/nesting-limit.js";
import { knownOperations } from "../server/known-operations.js";
import type { ManifestDocument } from "../../documents/read-manifest.js";

/**
 * Checks documents as a request with them would be checked, and that each has exactly one operation.
 * @throws Refused with every document that is invalid
 */
export const checkDocuments = (
  documents: readonly ManifestDocument[],
  schema: GraphQLSchema,
  limits: Limits,
): readonly TrustedDocument[] => {
  const errors: DomainError[] = [];
  const checked: TrustedDocument[] = [];
  for (const { id, text } of documents) {
    try {
      const document = parsed(id, text, limits);
      checked.push({ id, text, ...operationOf(id, document) });
      const [problem] = validate(
        schema,
        document,
        [documentLimits(false, limits), knownOperations, ...specifiedRules],
        { maxErrors: MAX_VALIDATION_ERRORS },
      );
      if (problem) throw new InvalidDocument(id, sentenceEnd(problem));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      errors.push(error);
    }
  }
  const [first, ...others] = errors;
  if (first) throw new Refused([first, ...others]);
  return checked;
};

const parsed = (id: string, text: string, limits: Limits): DocumentNode => {
  const tooDeep = nestingProblem(text, limits);
  if (tooDeep) throw new InvalidDocument(id, sentenceEnd(tooDeep));
  try {
    return parse(text, { maxTokens: limits.documentTokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new InvalidDocument(id, sentenceEnd(error));
  }
};

const operationOf = (
  id: string,
  { definitions }: DocumentNode,
): Pick<TrustedDocument, "name" | "kind"> => {
  const operations = definitions.flatMap((one) =>
    one.kind === Kind.OPERATION_DEFINITION ? [one] : [],
  );
  const [first] = operations;
  if (!first || operations.length > 1)
    throw new InvalidDocument(id, `it has ${operations.length} operations instead of one`);
  if (first.operation === "subscription")
    throw new InvalidDocument(id, "subscriptions are not supported");
  return { name: first.name?.value.slice(0, MOST_NAME) ?? null, kind: first.operation };
};

const MOST_NAME = 255;

const sentenceEnd = ({ message, locations }: GraphQLError): string => {
  const [at] = locations ?? [];
  return `${message.replace(/\.$/, "")}${at ? ` (line ${at.line}, column ${at.column})` : ""}`;
};
