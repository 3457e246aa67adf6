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
import { countObjects } from "./count-objects.js";
import { limitExceeded, type DocumentLimits } from "./document-limits.js";
import { nearestLimit, type UsedLimit } from "./nearest-limit.js";
import { queryCost } from "./query-cost.js";

/**
 * Refuses requests that cost too much and charges the client for the others, before anything is
 * read. Each answer to a document tells its cost.
 */
export const costPlugin = (
  schema: GraphQLSchema,
  { limits, counters, introspection, tellsMore }: Needs,
): ApolloServerPlugin<GraphqlContext> => ({
  requestDidStart: async () => {
    const { queryCost: maximum, aliasesOfField } = limits;
    let state: ChargeState = null;
    let nearest: UsedLimit | null = null;
    startBusyClock();
    return {
      didResolveOperation: async ({ contextValue, document, operation, request, source }) => {
        if (contextValue.refusal || !operation) return;
        const cost = queryCost(schema, document, operation, request.variables ?? {});
        contextValue.cost.points = cost.points;
        if (tellsMore)
          nearest = nearestLimit({ source, document, operation, cost, introspection }, limits);
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
        const { points: requested, statements = 0 } = contextValue.cost;
        if (requested === 0 || body.kind !== "single") return;
        const answer = body.singleResult;
        answer.extensions = {
          ...answer.extensions,
          cost: {
            requested,
            maximum: Number.isFinite(maximum) ? maximum : null,
            ...state,
            ...(tellsMore && {
              statements,
              nodes: countObjects(answer.data),
              nearestLimit: nearest,
            }),
          },
        };
      },
    };
  },
});

interface Needs {
  readonly limits: DocumentLimits & Pick<Limits, "queryCost" | "aliasesOfField">;
  readonly counters: LimitCounters;
  readonly introspection: boolean;
  /** Whether answers tell their statements, their objects and the limit that is nearest. */
  readonly tellsMore: boolean;
}
