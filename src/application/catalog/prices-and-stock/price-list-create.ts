import type { PriceListId } from "../../../domain/pricing/ids.js";
import { withPathAsync } from "../../../domain/shared/domain-error.js";
import { PriceList, TooManyOfAKind } from "../../pricing/pricing.js";
import { change, type Work } from "../../shared/change.js";
import type { Ids } from "../../shared/ids.js";
import { mayWritePricing } from "../../pricing/ports/permissions.js";
import type { Warning } from "../../shared/warning.js";
import type { EditStores } from "../product-edit/lock-products.js";
import { fillPortion } from "./fill-price-lists.js";

/** Every edit of a product saves its price range in each of them. */
export const MAX_PRICE_LISTS = 25;

interface PriceListCreate {
  readonly priceList: {
    readonly key: string;
    /** The key when left out. */
    readonly name?: string | null | undefined;
    /** The currency of the shop when left out (ISO 4217). */
    readonly currency?: string | null | undefined;
  };
}

/** The result of a change of a price list. Plain JSON. */
export interface PriceListEdited {
  readonly priceListId: PriceListId;
  readonly warnings: readonly Warning[];
}

/**
 * Creates a price list without prices. Markets can use it when the price ranges of all products in
 * it are worked out: at once in a small shop, in the background in a large one.
 */
export const priceListCreate = change(
  mayWritePricing,
  (
    { priceList }: PriceListCreate,
    { stores, now }: Work<EditStores>,
    { ids, currency }: { readonly ids: Ids; readonly currency: string },
  ): Promise<PriceListEdited> =>
    withPathAsync(
      (path) => ["priceList", ...path],
      async () => {
        const { key } = priceList;
        const list = PriceList.create(
          ids.next("pricelist"),
          { key, name: priceList.name ?? key, currency: priceList.currency ?? currency },
          now,
        );
        // Every edit of a product locks all price lists, and so waits for this one; before the
        // listings, as there.
        await stores.markets.default();
        const count = (await stores.priceLists.lockAll()).length;
        if (count >= MAX_PRICE_LISTS)
          throw new TooManyOfAKind("price lists", count + 1, MAX_PRICE_LISTS);
        await stores.priceLists.save(list);
        await fillPortion(stores, list, null, { ids, now });
        return { priceListId: list.id, warnings: [] };
      },
    ),
);
