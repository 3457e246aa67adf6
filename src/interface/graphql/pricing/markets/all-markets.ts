import type { MarketId } from "../../../../domain/pricing/ids.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { type MarketSource, presentMarket } from "./present-market.js";

/** All markets, from the cache of this process. */
export const allMarkets = async ({
  api,
  app,
  viewer,
}: Pick<GraphqlContext, "api" | "app" | "viewer">): Promise<readonly MarketSource[]> =>
  (await app.pricing.markets[api]({}, viewer)).map(presentMarket);

export const marketById = async (
  id: MarketId,
  context: GraphqlContext,
): Promise<MarketSource | null> =>
  (await allMarkets(context)).find((market) => market.id === id) ?? null;
