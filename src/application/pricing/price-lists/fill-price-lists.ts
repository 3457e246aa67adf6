import type { ProductId } from "../../../domain/catalog/ids.js";
import type { PriceListId } from "../../../domain/pricing/ids.js";
import { fillListings } from "../../listing/listing.js";
import type { ListedPriceList, ListingStores } from "../../listing/ports/listing-stores.js";
import type { Clock } from "../../shared/clock.js";
import { parseId, type Ids } from "../../shared/ids.js";
import type { Job, ScheduledWork, ScheduleStores } from "../../shared/schedule.js";
import type { PricingStores } from "../ports/pricing-stores.js";

/**
 * The kind of scheduled work that works out the prices of the next products in a new price list;
 * its subject is the list.
 */
export const FILL_PRICE_LIST = "pricing.fill-price-list";

/** Small, because the listings of the products of a portion are locked. */
export const PRODUCTS_PER_PORTION = 250;

export type FillStores = Pick<PricingStores, "priceLists"> & ListingStores & ScheduleStores;

interface Needs {
  readonly clock: Clock;
  readonly ids: Ids;
}

/**
 * Continues to fill new price lists, portion by portion, and marks those as ready in which no
 * product is missing. Products that are created meanwhile add themselves.
 */
export const fillPriceLists = ({ clock, ids }: Needs): Job<FillStores> => ({
  kind: FILL_PRICE_LIST,
  run: async ({ subject, facts: { behind, again } }, stores) => {
    const now = clock.now();
    const list = (await stores.priceLists.lockAll()).find(({ id }) => id === subject);
    // The list may have been deleted meanwhile.
    if (!list || list.isReady) return;
    const after = parseId("product", String(behind));
    if (again === true) {
      const last = await refillPortion(stores, list, after);
      return stores.schedule.plan([nextPortion(list.id, last, { ids, now }, last !== null)]);
    }
    const last = await fillPortion(stores, list, after);
    if (last || after) return stores.schedule.plan([nextPortion(list.id, last, { ids, now })]);
    // In a run of its own, without locked listings: a unit of work that shares the lock of the list
    // may wait for one.
    await markReady(stores, list.id, now);
  },
});

/** @returns the last product of the portion; null when no product was missing */
export const fillPortion = async (
  stores: FillStores,
  list: ListedPriceList,
  after: ProductId | null,
): Promise<ProductId | null> => {
  const portion = await stores.priceListListings.missing(list.id, after, PRODUCTS_PER_PORTION);
  await fillListings(stores, list, portion);
  return portion.at(-1) ?? null;
};

/** The same for products that are in the list already. */
const refillPortion = async (
  stores: FillStores,
  list: ListedPriceList,
  after: ProductId | null,
): Promise<ProductId | null> => {
  const portion = await stores.priceListListings.present(list.id, after, PRODUCTS_PER_PORTION);
  await fillListings(stores, list, portion);
  return portion.at(-1) ?? null;
};

/** @param again whether products that are in the list are computed again */
export const nextPortion = (
  list: PriceListId,
  after: ProductId | null,
  { ids, now }: { readonly ids: Ids; readonly now: Date },
  again = false,
): ScheduledWork => ({
  id: ids.next("work"),
  kind: FILL_PRICE_LIST,
  subject: list,
  dueAt: now,
  facts: { behind: after, ...(again && { again }) },
});

const markReady = async ({ priceLists }: FillStores, id: PriceListId, now: Date): Promise<void> => {
  const list = await priceLists.get(id);
  list.markReady(now);
  await priceLists.save(list);
};
