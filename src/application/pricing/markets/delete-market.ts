import type { MarketId } from "../../../domain/pricing/ids.js";
import { change, type Work } from "../../shared/change.js";
import { mayWriteCatalog } from "../../shared/viewer.js";
import { lockMarkets, takeMarket, type MarketStores, type MarketTarget } from "./take-market.js";

/** Closes a market. Requests that name it are refused from then on. */
export const deleteMarket = change(
  mayWriteCatalog,
  async (
    target: MarketTarget,
    { stores }: Work<MarketStores>,
  ): Promise<{ readonly deletedMarketId: MarketId }> => {
    await lockMarkets(stores);
    const market = await takeMarket(stores, target);
    market.close();
    await stores.markets.remove(market);
    return { deletedMarketId: market.id };
  },
);
