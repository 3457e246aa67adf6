import type { ApolloServerPlugin } from "@apollo/server";
import type { GraphQLSchema } from "graphql";
import type { GraphqlContext } from "../execution/graphql-context.js";
import { isForEverybody } from "../schema/answer-for.js";

/** Finds out which answers of the shop are the same for every guest. */
export const audiencePlugin = (schema: GraphQLSchema): ApolloServerPlugin<GraphqlContext> => ({
  requestDidStart: async () => ({
    didResolveOperation: async ({ contextValue, document, operation }) => {
      const { api, viewer, answer, refusal } = contextValue;
      answer.isPublic =
        api === "shop" &&
        viewer.kind === "guest" &&
        refusal === null &&
        operation !== undefined &&
        isForEverybody(schema, document, operation);
    },
    willSendResponse: async ({ response: { body }, contextValue: { answer } }) => {
      if (body.kind !== "single" || body.singleResult.errors) answer.isPublic = false;
    },
  }),
});
