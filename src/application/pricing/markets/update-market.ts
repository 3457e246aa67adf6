import { placed } from "../../../domain/shared/domain-error.js";
import { change, type Work } from "../../shared/change.js";
import { mayWriteCatalog } from "../../shared/viewer.js";
import type { Warning } from "../../shared/warning.js";
import {
  lockMarkets,
  takeListOf,
  takeMarket,
  termsOf,
  type MarketEdited,
  type MarketStores,
  type MarketTarget,
  type MarketWords,
} from "./take-market.js";

export interface UpdateMarket extends MarketTarget {
  readonly changes: MarketWords;
}

const NOTHING_CHANGED: Warning = {
  code: "NOTHING_CHANGED",
  message: "Everything was like this already.",
  path: [],
};

/** Changes what is said of a market: what is left out stays. */
export const updateMarket = change(
  mayWriteCatalog,
  async (
    { changes, ...target }: UpdateMarket,
    { stores, now }: Work<MarketStores>,
  ): Promise<MarketEdited> => {
    const home = await lockMarkets(stores);
    const market = await takeMarket(stores, target);
    const isOther = await placed(
      (path) => ["changes", ...path],
      async () => {
        const stored = market.snapshot();
        const list = await takeListOf(stores, changes, stored.priceList);
        const key = changes.key ?? stored.key;
        const content = {
          key,
          name: changes.name === null ? key : (changes.name ?? stored.name),
          countries: changes.countries === null ? [] : (changes.countries ?? stored.countries),
          currency: changes.currency ?? stored.currency,
          locales: changes.locales ?? stored.locales,
          pricesIncludeTax: changes.pricesIncludeTax ?? stored.pricesIncludeTax,
          priceList: list?.id ?? null,
        };
        const changed = market.revise(content, termsOf(home, list), now);
        await stores.markets.save(market);
        return changed;
      },
    );
    return { marketId: market.id, warnings: isOther ? [] : [NOTHING_CHANGED] };
  },
);
