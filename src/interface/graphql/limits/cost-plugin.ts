import type { ApolloServerPlugin } from "@apollo/server";
import type { GraphQLSchema } from "graphql";
import type { LimitCounters } from "../../../application/shared/limit-counters.js";
import type { Limits } from "../../../application/shared/limits.js";
import {
  isBusyLong,
  startBusyClock,
  yieldWhenLong,
} from "../../../application/shared/yield-when-long.js";
import type { GraphqlContext } from "../execution/graphql-context.js";
import type { ChargeState } from "../execution/charge.js";
import { limitExceeded } from "./document-limits.js";
import { queryCost } from "./query-cost.js";

/**
 * Refuses requests that cost too much and charges the client for the others, before anything is
 * read. Each answer to a document tells its cost.
 */
export const costPlugin = (
  schema: GraphQLSchema,
  { limits: { queryCost: maximum, aliasesOfField }, counters }: Needs,
): ApolloServerPlugin<GraphqlContext> => ({
  requestDidStart: async () => {
    let state: ChargeState = null;
    startBusyClock();
    return {
      didResolveOperation: async ({ contextValue, document, operation, request }) => {
        if (contextValue.refusal || !operation) return;
        const cost = queryCost(schema, document, operation, request.variables ?? {});
        contextValue.cost.points = cost.points;
        if (cost.aliasesOfField > aliasesOfField) {
          counters.reached("aliasesOfField", contextValue.client);
          throw limitExceeded("ALIASES_OF_FIELD", aliasesOfField);
        }
        if (cost.points > maximum) {
          counters.reached("queryCost", contextValue.client);
          throw limitExceeded("COST", maximum);
        }
        // A new document may have been parsed and validated for long.
        if (isBusyLong()) await yieldWhenLong();
        state = (await contextValue.charge?.(cost.points)) ?? null;
      },
      willSendResponse: async ({ response: { body }, contextValue }) => {
        const requested = contextValue.cost.points;
        if (requested === 0 || body.kind !== "single") return;
        const answer = body.singleResult;
        answer.extensions = {
          ...answer.extensions,
          cost: { requested, maximum: Number.isFinite(maximum) ? maximum : null, ...state },
        };
      },
    };
  },
});

interface Needs {
  readonly limits: Pick<Limits, "queryCost" | "aliasesOfField">;
  readonly counters: LimitCounters;
}
