import { withPathAsync } from "../../../domain/shared/domain-error.js";
import { change, type Work } from "../../shared/change.js";
import type { Target } from "../../shared/lock-target.js";
import { nothingChanged } from "../../shared/warning.js";
import { mayWritePricing } from "../ports/permissions.js";
import type { PricingStores } from "../ports/pricing-stores.js";
import { lockPriceList } from "./lock-price-list.js";
import type { PriceListEdited } from "./price-list-create.js";

interface PriceListUpdate extends Target {
  readonly changes: { readonly name?: string | null | undefined };
}

/** Renames a price list. Its key and its currency cannot be changed. */
export const priceListUpdate = change(
  mayWritePricing,
  async (
    { changes: { name }, ...target }: PriceListUpdate,
    { stores, now }: Work<Pick<PricingStores, "priceLists">>,
  ): Promise<PriceListEdited> => {
    const list = await lockPriceList(stores, target);
    const stored = list.snapshot();
    const hasChanged = await withPathAsync(
      (path) => ["changes", ...path],
      () => list.rename(name === null ? stored.key : (name ?? stored.name), now),
    );
    await stores.priceLists.save(list);
    return { priceListId: list.id, warnings: hasChanged ? [] : [nothingChanged()] };
  },
);
