import { TooManyOfAKind } from "../../../domain/pricing/errors.js";
import { Market } from "../../../domain/pricing/market.js";
import { placed } from "../../../domain/shared/domain-error.js";
import { change, type Work } from "../../shared/change.js";
import type { Ids } from "../../shared/ids.js";
import { mayWriteCatalog } from "../../shared/viewer.js";
import {
  lockMarkets,
  takeListOf,
  termsOf,
  type MarketEdited,
  type MarketStores,
  type MarketWords,
} from "./take-market.js";

/** All of them are looked at with each request. */
export const MOST_MARKETS = 100;

export interface CreateMarket {
  readonly market: MarketWords & { readonly key: string };
}

/** Opens a market. What is not said of it is as in the default market. */
export const createMarket = change(
  mayWriteCatalog,
  (
    { market: words }: CreateMarket,
    { stores, now }: Work<MarketStores>,
    { ids }: { readonly ids: Ids },
  ): Promise<MarketEdited> =>
    placed(
      (path) => ["market", ...path],
      async () => {
        const home = await lockMarkets(stores);
        const { currency, locales, pricesIncludeTax } = home.snapshot();
        const list = await takeListOf(stores, words, null);
        const content = {
          key: words.key,
          name: words.name ?? words.key,
          countries: words.countries ?? [],
          currency: words.currency ?? list?.snapshot().currency ?? currency,
          locales: words.locales ?? locales.slice(0, 1),
          pricesIncludeTax: words.pricesIncludeTax ?? pricesIncludeTax,
          priceList: list?.id ?? null,
        };
        const market = Market.open(ids.next("market"), content, termsOf(home, list), now);
        const count = await stores.markets.count();
        if (count >= MOST_MARKETS) throw new TooManyOfAKind("markets", count + 1, MOST_MARKETS);
        await stores.markets.save(market);
        return { marketId: market.id, warnings: [] };
      },
    ),
);
