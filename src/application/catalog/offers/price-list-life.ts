import { placed } from "../../../domain/shared/domain-error.js";
import type { PriceListId } from "../../../domain/pricing/ids.js";
import { PriceList, TooManyOfAKind } from "../../pricing/pricing.js";
import { change, type Work } from "../../shared/change.js";
import type { Ids } from "../../shared/ids.js";
import { mayWriteCatalog } from "../../shared/viewer.js";
import type { Warning } from "../../shared/warning.js";
import { nothingChanged } from "../nothing-changed.js";
import type { EditStores, Target } from "../products/take-products.js";
import { clearPriceList } from "./clear-price-list.js";
import { fillPortion, takePortion } from "./fill-price-list.js";
import { takePriceList } from "./take-price-list.js";

/** Every edit of a product writes down what it costs in each of them. */
export const MOST_PRICE_LISTS = 25;

export interface CreatePriceList {
  readonly priceList: {
    readonly key: string;
    /** The key when not given. */
    readonly name?: string | null | undefined;
    /** The currency of the shop when not given (ISO 4217). */
    readonly currency?: string | null | undefined;
  };
}

export interface UpdatePriceList extends Target {
  readonly changes: { readonly name?: string | null | undefined };
}

/** What a change of a price list answers. Plain JSON. */
export interface PriceListEdited {
  readonly priceListId: PriceListId;
  readonly warnings: readonly Warning[];
}

/** Makes a price list without prices. Until it is worked out what every product costs in it, no market may use it: at once in a small shop, in the background in a large one. */
export const createPriceList = change(
  mayWriteCatalog,
  (
    { priceList: { key, name, currency: given } }: CreatePriceList,
    { stores, now }: Work<EditStores>,
    { ids, currency }: { readonly ids: Ids; readonly currency: string },
  ): Promise<PriceListEdited> =>
    placed(
      (path) => ["priceList", ...path],
      async () => {
        const list = PriceList.create(
          ids.next("pricelist"),
          { key, name: name ?? key, currency: given ?? currency },
          now,
        );
        const first = await takePortion(stores, list.id, null);
        // Whoever stores a product relies on all lists, and so waits until this one is there.
        await stores.markets.default();
        const count = (await stores.priceLists.relyOnAll()).length;
        if (count >= MOST_PRICE_LISTS)
          throw new TooManyOfAKind("price lists", count + 1, MOST_PRICE_LISTS);
        await stores.priceLists.save(list);
        await fillPortion(stores, list.id, first, { ids, now });
        return { priceListId: list.id, warnings: [] };
      },
    ),
);

/** Gives a price list another name; its key and its currency are fixed. */
export const updatePriceList = change(
  mayWriteCatalog,
  async (
    { changes: { name }, ...target }: UpdatePriceList,
    { stores, now }: Work<EditStores>,
  ): Promise<PriceListEdited> => {
    const list = await takePriceList(stores, target);
    const stored = list.snapshot();
    const isOther = await placed(
      (path) => ["changes", ...path],
      () => list.rename(name === null ? stored.key : (name ?? stored.name), now),
    );
    await stores.priceLists.save(list);
    return { priceListId: list.id, warnings: isOther ? [] : [nothingChanged()] };
  },
);

/** Takes a price list away that no market uses any more, with all its prices. */
export const deletePriceList = change(
  mayWriteCatalog,
  async (
    target: Target,
    { stores, now }: Work<EditStores>,
    { ids }: { readonly ids: Ids },
  ): Promise<{ readonly deletedPriceListId: PriceListId }> => {
    const list = await takePriceList(stores, target);
    list.delete(await stores.markets.countUsing(list.id));
    await stores.priceLists.remove(list);
    await clearPriceList(stores, list.id, { ids, now });
    return { deletedPriceListId: list.id };
  },
);
