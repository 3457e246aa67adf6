import { withPathAsync } from "../../../domain/shared/domain-error.js";
import { change, type Work } from "../../shared/change.js";
import type { Ids } from "../../shared/ids.js";
import type { Target } from "../../shared/lock-target.js";
import type { ScheduleStores } from "../../shared/schedule.js";
import { nothingChanged } from "../../shared/warning.js";
import { mayWritePricing } from "../ports/permissions.js";
import type { PricingStores } from "../ports/pricing-stores.js";
import { planToFollow } from "./follow-audiences.js";
import { lockPriceList } from "./lock-price-list.js";
import { patchedAudience, patchesAudience, type AudiencePatch } from "./patched-audience.js";
import type { PriceListEdited } from "./price-list-create.js";

interface PriceListUpdate extends Target {
  readonly changes: AudiencePatch & { readonly name?: string | null | undefined };
}

type UpdateStores = Pick<PricingStores, "priceLists" | "markets" | "customerGroups"> &
  ScheduleStores;

/** Changes the name of a price list, and when it is valid and for whom. */
export const priceListUpdate = change(
  mayWritePricing,
  async (
    { changes, ...target }: PriceListUpdate,
    { stores, now }: Work<UpdateStores>,
    { ids }: { readonly ids: Ids },
  ): Promise<PriceListEdited> => {
    const isAimed = patchesAudience(changes);
    // In the order in which everybody locks them, so that no two lists overlap.
    if (isAimed) await stores.markets.default();
    const others = isAimed ? await stores.priceLists.lockAll() : [];
    const list = await lockPriceList(stores, target);
    const stored = list.snapshot();
    const name = changes.name === null ? stored.key : (changes.name ?? stored.name);
    const hasChanged = await withPathAsync(
      (path) => ["changes", ...path],
      async () => {
        if (!isAimed) return list.revise({ ...stored, name }, now);
        const { audience, terms } = await patchedAudience(stores, changes, stored, others);
        return list.revise({ ...audience, name }, now, terms);
      },
    );
    await stores.priceLists.save(list);
    if (isAimed && hasChanged) await planToFollow(stores, list.snapshot(), { ids, now });
    return { priceListId: list.id, warnings: hasChanged ? [] : [nothingChanged()] };
  },
);
