import type { Limit } from "./limit.js";

const refusal = "400 `QUERY_LIMIT_EXCEEDED`.";

/** The bounds on the text of a GraphQL request. Fragments count wherever they are used. */
export const DOCUMENT_LIMITS = {
  documentTokens: {
    unit: "number",
    fallback: 2_000,
    least: 100,
    about: "Tokens of a document.",
    refusal,
  },
  documentNesting: {
    unit: "number",
    fallback: 100,
    least: 20,
    most: 500,
    about:
      "Brackets inside one another in a document, of selections, objects and lists. At most 500, because the parser calls itself for each.",
    refusal,
  },
  documentDepth: {
    unit: "number",
    fallback: 12,
    least: 3,
    about:
      "Depth of fields. Below `__schema` and `__type` it is unlimited while introspection is on.",
    refusal,
  },
  documentFields: {
    unit: "number",
    fallback: 1_000,
    least: 10,
    about: "Fields of an operation.",
    refusal,
  },
  documentAliases: {
    unit: "number",
    fallback: 30,
    least: 0,
    about: "Aliases of an operation.",
    refusal,
  },
  documentDirectives: {
    unit: "number",
    fallback: 20,
    least: 0,
    about: "Directives of an operation.",
    refusal,
  },
  directivesInOnePlace: {
    unit: "number",
    fallback: 5,
    least: 0,
    about: "Directives at one location.",
    refusal,
  },
  rootFields: {
    unit: "number",
    fallback: 20,
    least: 1,
    about: "Root fields of an operation.",
    refusal,
  },
  rootMutations: {
    unit: "number",
    fallback: 5,
    least: 1,
    about: "Root fields of a mutation.",
    refusal,
  },
  // Validation compares each pair: 5,000 take 10 ms, the 36,000 of 270 equal lists took 120.
  repeatedFields: {
    unit: "number",
    fallback: 5_000,
    least: 1,
    about: "Pairs of the same field in one place of an operation, and of fragments.",
    refusal,
  },
} as const satisfies Readonly<Record<string, Limit>>;
