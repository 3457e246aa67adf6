import { type DocumentNode, GraphQLError, Kind, type ValidationRule } from "graphql";
import { DocumentSize } from "./document-size.js";
import { repeatedFields } from "./repeated-fields.js";

/**
 * Refuses a document that is over a limit, before any other rule spends time on it. Fragments count
 * wherever they are used. With introspection on, fields below `__schema` and `__type` may be
 * deeper: the standard query is.
 */
export const documentLimits =
  (introspection: boolean): ValidationRule =>
  (context) => ({
    Document: (document) => {
      const limit = breachIn(document, introspection);
      if (limit === undefined) return;
      // Only reporting until validation gives up keeps the other rules from reading the document.
      for (let reports = 0; reports <= MAX_VALIDATION_ERRORS; reports += 1)
        context.reportError(limitExceeded(limit, MAXIMA[limit]));
    },
  });

export const MAX_TOKENS = 2_000;
export const MAX_VALIDATION_ERRORS = 20;

const MAXIMA = {
  DEPTH: 12,
  FIELDS: 1_000,
  ALIASES: 30,
  DIRECTIVES: 20,
  DIRECTIVES_IN_ONE_PLACE: 5,
  ROOT_FIELDS: 20,
  ROOT_MUTATIONS: 5,
  /** Validation compares each pair: 5,000 take 10 ms, the 36,000 of 270 equal lists took 120. */
  REPEATED_FIELDS: 5_000,
} as const;

type Limit =
  keyof typeof MAXIMA | "TOKENS" | "NESTING" | "COST" | "ALIASES_OF_FIELD" | "ANSWER_BYTES";

export const limitExceeded = (limit: Limit, maximum: number): GraphQLError =>
  new GraphQLError(
    `The document exceeds the limit of ${maximum} for its ${limit.toLowerCase().replaceAll("_", " ")}. ${ADVICE[limit] ?? "Request less at once."}`,
    { extensions: { limit, maximum } },
  );

const ADVICE: { readonly [One in Limit]?: string } = {
  COST: "Request smaller pages, or fewer lists inside lists; `extensions.cost` has the cost.",
  REPEATED_FIELDS: "Select each field once, and use fewer fragments.",
  ALIASES_OF_FIELD:
    "Select the field of the items of a list under fewer aliases, or send several requests.",
  ANSWER_BYTES: "Request smaller pages or fewer fields, in several requests.",
};

const breachIn = (
  document: DocumentNode,
  introspection: boolean,
): keyof typeof MAXIMA | undefined => {
  const sizes = new DocumentSize(document.definitions, introspection);
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const size = sizes.of(definition);
    if (size.depth > MAXIMA.DEPTH) return "DEPTH";
    if (definition.operation === "mutation" && size.width > MAXIMA.ROOT_MUTATIONS)
      return "ROOT_MUTATIONS";
    if (size.width > MAXIMA.ROOT_FIELDS) return "ROOT_FIELDS";
    if (size.aliases > MAXIMA.ALIASES) return "ALIASES";
    if (size.directivesPerLocation > MAXIMA.DIRECTIVES_IN_ONE_PLACE)
      return "DIRECTIVES_IN_ONE_PLACE";
    if (size.directives > MAXIMA.DIRECTIVES) return "DIRECTIVES";
    if (size.fields > MAXIMA.FIELDS) return "FIELDS";
  }
  // Counted last: fragments that double cannot be followed before.
  return repeatedFields(document) > MAXIMA.REPEATED_FIELDS ? "REPEATED_FIELDS" : undefined;
};
