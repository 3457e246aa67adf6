import { withPathAsync } from "../../../domain/shared/domain-error.js";
import { change, type Work } from "../../shared/change.js";
import type { Ids } from "../../shared/ids.js";
import type { Target } from "../../shared/lock-target.js";
import type { ScheduleStores } from "../../shared/schedule.js";
import { nothingChanged } from "../../shared/warning.js";
import { mayWriteMarkets } from "../ports/permissions.js";
import { followNow } from "../price-lists/follow-audiences.js";
import {
  lockDefaultMarket,
  lockMarket,
  type MarketEdited,
  type MarketStores,
} from "./lock-market.js";
import {
  lockPriceListOf,
  patchedCheckoutTerms,
  patchedTaxTerms,
  termsOf,
  type MarketPatch,
} from "./market-patch.js";

interface MarketUpdate extends Target {
  readonly changes: MarketPatch;
}

/** Changes a market. */
export const marketUpdate = change(
  mayWriteMarkets,
  async (
    { changes, ...target }: MarketUpdate,
    { stores, now }: Work<MarketStores & ScheduleStores>,
    { ids }: { readonly ids: Ids },
  ): Promise<MarketEdited> => {
    const defaultMarket = await lockDefaultMarket(stores);
    const market = await lockMarket(stores, target);
    const hasChanged = await withPathAsync(
      (path) => ["changes", ...path],
      async () => {
        const stored = market.snapshot();
        const list = await lockPriceListOf(stores, changes, stored.priceList);
        const key = changes.key ?? stored.key;
        const currency = changes.currency ?? stored.currency;
        const content = {
          key,
          name: changes.name === null ? key : (changes.name ?? stored.name),
          countries: changes.countries === null ? [] : (changes.countries ?? stored.countries),
          currency,
          locales: changes.locales ?? stored.locales,
          pricesIncludeTax: changes.pricesIncludeTax ?? stored.pricesIncludeTax,
          priceList: list?.id ?? null,
          showsLowestPrice: changes.showsLowestPrice ?? stored.showsLowestPrice,
          ...patchedCheckoutTerms(changes, stored),
          ...patchedTaxTerms(changes, stored, currency),
        };
        const changed = market.revise(content, termsOf(defaultMarket, list), now);
        await stores.markets.save(market);
        // Lists that are made for the market fall back on the list that it names.
        if (content.priceList !== stored.priceList || content.currency !== stored.currency)
          await stores.schedule.plan([followNow(market.id, { ids, now })]);
        return changed;
      },
    );
    return { marketId: market.id, warnings: hasChanged ? [] : [nothingChanged()] };
  },
);
