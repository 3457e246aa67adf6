/** The bounds on a GraphQL request and its answer, beside those on time. */
export const GRAPHQL_LIMITS = {
  queryCost: {
    unit: "points",
    fallback: 12_000,
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
} as const;
