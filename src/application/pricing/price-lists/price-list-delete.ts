import type { PriceListId } from "../../../domain/pricing/ids.js";
import { change, type Work } from "../../shared/change.js";
import type { Ids } from "../../shared/ids.js";
import type { Target } from "../../shared/lock-target.js";
import { mayWritePricing } from "../ports/permissions.js";
import { clearPriceList, type ClearStores } from "./clear-price-list.js";
import { followNow } from "./follow-audiences.js";
import { lockPriceList } from "./lock-price-list.js";

/** Deletes a price list that no market uses, with all its prices. */
export const priceListDelete = change(
  mayWritePricing,
  async (
    target: Target,
    { stores, now }: Work<ClearStores>,
    { ids }: { readonly ids: Ids },
  ): Promise<{ readonly deletedPriceListId: PriceListId }> => {
    const list = await lockPriceList(stores, target);
    list.delete(await stores.markets.countUsing(list.id));
    await stores.priceLists.remove(list);
    if (list.snapshot().market !== null || list.snapshot().customerGroup !== null)
      await stores.schedule.plan([followNow(list.id, { ids, now })]);
    await clearPriceList(stores, list.id, { ids, now });
    return { deletedPriceListId: list.id };
  },
);
