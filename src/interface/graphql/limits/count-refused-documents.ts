import type { ApolloServerPlugin } from "@apollo/server";
import type { GraphQLError } from "graphql";
import type { LimitCounters } from "../../../application/shared/limit-counters.js";
import type { GraphqlContext } from "../execution/graphql-context.js";
import { LIMIT_NAMES_OF_DOCUMENTS, type DocumentLimit } from "./document-limits.js";

/** Counts the documents that a limit refuses. */
export const countRefusedDocuments = (
  counters: LimitCounters,
): ApolloServerPlugin<GraphqlContext> => ({
  requestDidStart: async () => ({
    didEncounterErrors: async ({ errors, contextValue }) => {
      const limit = errors.map(limitOf).find((one) => one !== null);
      if (limit) counters.reached(LIMIT_NAMES_OF_DOCUMENTS[limit], contextValue.client);
    },
  }),
});

const limitOf = ({ message, extensions }: GraphQLError): DocumentLimit | null => {
  const limit = extensions["limit"];
  if (typeof limit === "string" && Object.hasOwn(LIMIT_NAMES_OF_DOCUMENTS, limit))
    return limit as DocumentLimit;
  return maximumOfTokens(message) === null ? null : "TOKENS";
};

/** The limit in the refusal of the parser, which reports it only in the message; otherwise null. */
export const maximumOfTokens = (message: string): number | null => {
  const [, maximum] = /^Syntax Error: Document contains more that (\d+) tokens/.exec(message) ?? [];
  return maximum === undefined ? null : Number(maximum);
};
