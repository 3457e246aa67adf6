import {
  type ASTNode,
  type DocumentNode,
  GraphQLError,
  Kind,
  type Source,
  type ValidationRule,
} from "graphql";
import type { DOCUMENT_LIMITS } from "../../../application/shared/document-limits.js";
import type { Limits } from "../../../application/shared/limits.js";
import { DocumentSize } from "./document-size.js";
import { repeatedFields } from "./repeated-fields.js";

/**
 * Refuses a document that is over a limit, before any other rule spends time on it. Fragments count
 * wherever they are used. With introspection on, fields below `__schema` and `__type` may be
 * deeper: the standard query is.
 */
export const documentLimits =
  (introspection: boolean, limits: DocumentLimits): ValidationRule =>
  (context) => ({
    Document: (document) => {
      const limit = breachIn(document, introspection, limits);
      if (limit === undefined) return;
      // Only reporting until validation gives up keeps the other rules from reading the document.
      for (let reports = 0; reports <= MAX_VALIDATION_ERRORS; reports += 1)
        context.reportError(limitExceeded(limit, limits[LIMIT_NAMES_OF_DOCUMENTS[limit]]));
    },
  });

export type DocumentLimits = Pick<Limits, keyof typeof DOCUMENT_LIMITS>;

export const MAX_VALIDATION_ERRORS = 20;

/** The limits of documents as clients are told them, each with the name of its setting. */
export const LIMIT_NAMES_OF_DOCUMENTS = {
  TOKENS: "documentTokens",
  NESTING: "documentNesting",
  DEPTH: "documentDepth",
  FIELDS: "documentFields",
  ALIASES: "documentAliases",
  DIRECTIVES: "documentDirectives",
  DIRECTIVES_IN_ONE_PLACE: "directivesInOnePlace",
  ROOT_FIELDS: "rootFields",
  ROOT_MUTATIONS: "rootMutations",
  REPEATED_FIELDS: "repeatedFields",
} as const satisfies Readonly<Record<string, keyof DocumentLimits>>;

export type DocumentLimit = keyof typeof LIMIT_NAMES_OF_DOCUMENTS;

export type LimitCode = DocumentLimit | "COST" | "ALIASES_OF_FIELD" | "ANSWER_BYTES";

export const limitExceeded = (
  limit: LimitCode,
  maximum: number,
  at: LimitLocation = {},
): GraphQLError =>
  new GraphQLError(
    `The document exceeds the limit of ${maximum} for its ${limit.toLowerCase().replaceAll("_", " ")}. ${ADVICE[limit] ?? "Request less at once."}`,
    {
      nodes: at.node ?? null,
      source: at.source ?? null,
      positions: at.position === undefined ? null : [at.position],
      extensions: { limit, maximum },
    },
  );

/** Where a document exceeds a limit. */
interface LimitLocation {
  readonly node?: ASTNode;
  readonly source?: Source;
  readonly position?: number;
}

const ADVICE: { readonly [One in LimitCode]?: string } = {
  COST: "Request smaller pages, or fewer lists inside lists; `extensions.cost` has the cost.",
  REPEATED_FIELDS: "Select each field once, and use fewer fragments.",
  ALIASES_OF_FIELD:
    "Select the field of the items of a list under fewer aliases, or send several requests.",
  ANSWER_BYTES: "Request smaller pages or fewer fields, in several requests.",
};

const breachIn = (
  document: DocumentNode,
  introspection: boolean,
  limits: DocumentLimits,
): DocumentLimit | undefined => {
  const sizes = new DocumentSize(document.definitions, introspection);
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const size = sizes.of(definition);
    if (size.depth > limits.documentDepth) return "DEPTH";
    if (definition.operation === "mutation" && size.width > limits.rootMutations)
      return "ROOT_MUTATIONS";
    if (size.width > limits.rootFields) return "ROOT_FIELDS";
    if (size.aliases > limits.documentAliases) return "ALIASES";
    if (size.directivesPerLocation > limits.directivesInOnePlace) return "DIRECTIVES_IN_ONE_PLACE";
    if (size.directives > limits.documentDirectives) return "DIRECTIVES";
    if (size.fields > limits.documentFields) return "FIELDS";
  }
  // Counted last: fragments that double cannot be followed before.
  return repeatedFields(document) > limits.repeatedFields ? "REPEATED_FIELDS" : undefined;
};
