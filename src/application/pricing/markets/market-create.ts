import { TooManyOfAKind } from "../../../domain/pricing/errors.js";
import { Market } from "../../../domain/pricing/markets/market.js";
import { DEFAULT_CHECKOUT_TERMS } from "../../../domain/pricing/markets/market-checkout-terms.js";
import { DEFAULT_TAX_TERMS } from "../../../domain/pricing/markets/market-tax-terms.js";
import { withPathAsync } from "../../../domain/shared/domain-error.js";
import { change, type Work } from "../../shared/change.js";
import type { Ids } from "../../shared/ids.js";
import { mayWriteMarkets } from "../ports/permissions.js";
import { lockDefaultMarket, type MarketEdited, type MarketStores } from "./lock-market.js";
import {
  lockPriceListOf,
  patchedCheckoutTerms,
  patchedTaxTerms,
  termsOf,
  type MarketPatch,
} from "./market-patch.js";

/** Every request reads all of them. */
export const MAX_MARKETS = 100;

interface MarketCreate {
  readonly market: MarketPatch & { readonly key: string };
}

/** Opens a market. A field that is left out has the value of the default market. */
export const marketCreate = change(
  mayWriteMarkets,
  (
    { market: input }: MarketCreate,
    { stores, now }: Work<MarketStores>,
    { ids }: { readonly ids: Ids },
  ): Promise<MarketEdited> =>
    withPathAsync(
      (path) => ["market", ...path],
      async () => {
        const defaultMarket = await lockDefaultMarket(stores);
        const defaults = defaultMarket.snapshot();
        const { locales, pricesIncludeTax, taxRounding } = defaults;
        const list = await lockPriceListOf(stores, input, null);
        const currency = input.currency ?? list?.snapshot().currency ?? defaults.currency;
        const content = {
          key: input.key,
          name: input.name ?? input.key,
          countries: input.countries ?? [],
          currency,
          locales: input.locales ?? locales.slice(0, 1),
          pricesIncludeTax: input.pricesIncludeTax ?? pricesIncludeTax,
          priceList: list?.id ?? null,
          showsLowestPrice: input.showsLowestPrice ?? false,
          ...patchedCheckoutTerms(input, DEFAULT_CHECKOUT_TERMS),
          ...patchedTaxTerms(input, { ...DEFAULT_TAX_TERMS, taxRounding }, currency),
        };
        const terms = termsOf(defaultMarket, list);
        const market = Market.open(ids.next("market"), content, terms, now);
        const count = await stores.markets.count();
        if (count >= MAX_MARKETS) throw new TooManyOfAKind("markets", count + 1, MAX_MARKETS);
        await stores.markets.save(market);
        return { marketId: market.id, warnings: [] };
      },
    ),
);
