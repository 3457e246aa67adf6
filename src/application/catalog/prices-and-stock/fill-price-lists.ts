import type { ProductId } from "../../../domain/catalog/ids.js";
import type { PriceListId } from "../../../domain/pricing/ids.js";
import type { Clock } from "../../shared/clock.js";
import { parseId, type Ids } from "../../shared/ids.js";
import type { Job } from "../../shared/schedule.js";
import {
  lockProducts,
  type EditStores,
  type LockedProduct,
} from "../product-edit/lock-products.js";
import { pricesAndStockOf } from "../product-edit/prices-and-stock-of.js";
import { loadListPrices, priceListListings } from "../product-edit/stored-list-prices.js";

/**
 * The kind of scheduled work that works out the prices of the next products in a new price list;
 * its subject is the list.
 */
const FILL_PRICE_LIST = "pricing.fill-price-list";

/** Small, because the products of a portion are locked. */
export const PRODUCTS_PER_PORTION = 250;

interface Needs {
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Continues to fill new price lists, portion by portion. */
export const fillPriceLists = ({ clock, ids }: Needs): Job<EditStores> => ({
  kind: FILL_PRICE_LIST,
  run: async ({ subject, facts: { behind } }, stores) => {
    const list = subject as PriceListId;
    await fillPortion(
      stores,
      list,
      await lockPortion(stores, list, parseId("product", String(behind))),
      { ids, now: clock.now() },
    );
  },
});

/**
 * Locks the next products without a price range in a price list. Products are locked before the
 * list, as everywhere.
 */
export const lockPortion = async (
  stores: EditStores,
  list: PriceListId,
  after: ProductId | null,
): Promise<readonly LockedProduct[]> => {
  const missing = await stores.priceListListings.missing(list, after, PRODUCTS_PER_PORTION);
  return [...(await lockProducts(stores, missing)).values()];
};

/**
 * Works out the price ranges of a portion of products in a new price list. Marks the list as ready,
 * or plans the next portion. Products that are created or changed meanwhile save their own ranges.
 */
export const fillPortion = async (
  stores: EditStores,
  list: PriceListId,
  portion: readonly LockedProduct[],
  { ids, now }: { readonly ids: Ids; readonly now: Date },
): Promise<void> => {
  const stored = await loadListPrices(
    stores,
    portion.flatMap(({ before }) => before.variants.map(({ id }) => id)),
  );
  const lists = stored.lists.filter(({ id, isReady }) => id === list && !isReady);
  // The list may have been deleted meanwhile.
  if (lists.length === 0) return;
  await stores.priceListListings.save(
    portion.flatMap(({ before, prices, stock }) => {
      const own = pricesAndStockOf(
        before.variants,
        (id) => prices.get(id),
        (id) => stock.get(id),
      );
      return priceListListings(before, own, { ...stored, lists }, []);
    }),
  );
  const last = portion
    .map(({ product }) => product.id)
    .toSorted()
    .at(-1);
  const after = portion.length < PRODUCTS_PER_PORTION ? null : (last ?? null);
  if (after === null && (await stores.priceListListings.missing(list, null, 1)).length === 0)
    return markReady(stores, list, now);
  await stores.schedule.plan([
    {
      id: ids.next("work"),
      kind: FILL_PRICE_LIST,
      subject: list,
      dueAt: now,
      facts: { behind: after },
    },
  ]);
};

const markReady = async ({ priceLists }: EditStores, id: PriceListId, now: Date): Promise<void> => {
  const list = await priceLists.get(id);
  list.markReady(now);
  await priceLists.save(list);
};
