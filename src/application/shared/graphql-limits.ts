import type { Limit } from "./limit.js";

/** The bounds on a GraphQL request and its answer, beside those on time. */
export const GRAPHQL_LIMITS = {
  queryCost: {
    unit: "points",
    fallback: 30_000,
    least: 100,
    about: "Points of a GraphQL request: objects that its lists can give, and heavy fields.",
    refusal: "400 `QUERY_LIMIT_EXCEEDED`.",
  },
  aliasesOfField: {
    unit: "number",
    fallback: 10,
    least: 1,
    about: "Aliases of one field of the items of a list, in a GraphQL request.",
    refusal: "400 `QUERY_LIMIT_EXCEEDED`.",
  },
  answerBytes: {
    unit: "bytes",
    fallback: 5 * 1_024 * 1_024,
    least: 64 * 1_024,
    about: "Bytes of a GraphQL answer, counted while it is written.",
    refusal: "400 `QUERY_LIMIT_EXCEEDED`.",
  },
  cachedDocumentsMib: {
    unit: "MiB",
    fallback: 32,
    least: 1,
    most: 4_096,
    isAlwaysOn: true,
    isUsual: true,
    about: "Memory of parsed documents, for each of the two APIs.",
    refusal: "The least recently used ones are parsed anew.",
  },
  cachedProgramsMib: {
    unit: "MiB",
    fallback: 96,
    least: 1,
    most: 4_096,
    isAlwaysOn: true,
    isUsual: true,
    about:
      "Memory of compiled documents, of which there are 500 at most, for each of the two APIs.",
    refusal: "The least recently used ones are compiled anew.",
  },
} as const satisfies Readonly<Record<string, Limit>>;
