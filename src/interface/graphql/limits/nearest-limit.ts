import { type DocumentNode, Lexer, type OperationDefinitionNode, Source, TokenKind } from "graphql";
import type { Limits } from "../../../application/shared/limits.js";
import type { QueryCost } from "./cost-counter.js";
import type { DocumentLimits, LimitCode } from "./document-limits.js";
import { DocumentSize } from "./document-size.js";
import { repeatedFields } from "./repeated-fields.js";

/** A limit, what a request uses of it, and what it allows. */
export interface UsedLimit {
  /** As in `extensions.limit` of a refusal. */
  readonly name: LimitCode;
  readonly used: number;
  readonly allowed: number;
}

interface MeasuredRequest {
  readonly source: string;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly cost: QueryCost;
  readonly introspection: boolean;
}

/** The limit of which a request uses the largest part; null where all are off. */
export const nearestLimit = (
  { source, document, operation, cost, introspection }: MeasuredRequest,
  limits: DocumentLimits & Pick<Limits, "queryCost" | "aliasesOfField">,
): UsedLimit | null => {
  const size = new DocumentSize(document.definitions, introspection).of(operation);
  const used: readonly UsedLimit[] = [
    { name: "COST", used: cost.points, allowed: limits.queryCost },
    { name: "ALIASES_OF_FIELD", used: cost.aliasesOfField, allowed: limits.aliasesOfField },
    { name: "TOKENS", used: tokensOf(source), allowed: limits.documentTokens },
    { name: "DEPTH", used: size.depth, allowed: limits.documentDepth },
    { name: "FIELDS", used: size.fields, allowed: limits.documentFields },
    { name: "ALIASES", used: size.aliases, allowed: limits.documentAliases },
    { name: "DIRECTIVES", used: size.directives, allowed: limits.documentDirectives },
    {
      name: "DIRECTIVES_IN_ONE_PLACE",
      used: size.directivesPerLocation,
      allowed: limits.directivesInOnePlace,
    },
    operation.operation === "mutation"
      ? { name: "ROOT_MUTATIONS", used: size.width, allowed: limits.rootMutations }
      : { name: "ROOT_FIELDS", used: size.width, allowed: limits.rootFields },
    { name: "REPEATED_FIELDS", used: repeatedFields(document), allowed: limits.repeatedFields },
  ];
  const [nearest] = used
    .filter(({ allowed }) => Number.isFinite(allowed))
    .toSorted((a, b) => b.used / b.allowed - a.used / a.allowed);
  return nearest ?? null;
};

const tokensOf = (text: string): number => {
  const lexer = new Lexer(new Source(text));
  let count = 0;
  while (lexer.advance().kind !== TokenKind.EOF) count += 1;
  return count;
};
