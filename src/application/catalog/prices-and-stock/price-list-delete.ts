import type { PriceListId } from "../../../domain/pricing/ids.js";
import { change, type Work } from "../../shared/change.js";
import type { Ids } from "../../shared/ids.js";
import type { Target } from "../../shared/lock-target.js";
import { mayWritePricing } from "../../pricing/ports/permissions.js";
import type { EditStores } from "../product-edit/lock-products.js";
import { clearPriceList } from "./clear-price-list.js";
import { lockPriceList } from "./lock-price-list.js";

/** Deletes a price list that no market uses, with all its prices. */
export const priceListDelete = change(
  mayWritePricing,
  async (
    target: Target,
    { stores, now }: Work<EditStores>,
    { ids }: { readonly ids: Ids },
  ): Promise<{ readonly deletedPriceListId: PriceListId }> => {
    const list = await lockPriceList(stores, target);
    list.delete(await stores.markets.countUsing(list.id));
    await stores.priceLists.remove(list);
    await clearPriceList(stores, list.id, { ids, now });
    return { deletedPriceListId: list.id };
  },
);
