import type { MarketId } from "../../../domain/pricing/ids.js";
import { change, type Work } from "../../shared/change.js";
import type { Target } from "../../shared/lock-target.js";
import { mayWriteMarkets } from "../ports/permissions.js";
import { lockDefaultMarket, lockMarket, type MarketStores } from "./lock-market.js";

/** Closes a market. After that, requests with its key are refused. */
export const marketDelete = change(
  mayWriteMarkets,
  async (
    target: Target,
    { stores }: Work<MarketStores>,
  ): Promise<{ readonly deletedMarketId: MarketId }> => {
    await lockDefaultMarket(stores);
    const market = await lockMarket(stores, target);
    const lists = await stores.priceLists.madeFor({ market: market.id });
    market.close(lists.map(({ key }) => key));
    await stores.markets.remove(market);
    return { deletedMarketId: market.id };
  },
);
