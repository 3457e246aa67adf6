import type { ProductId } from "../../../domain/catalog/ids.js";
import type { PriceListId } from "../../../domain/pricing/ids.js";
import { fillListings } from "../../listing/listing.js";
import type { ListingStores } from "../../listing/ports/listing-stores.js";
import type { PricingStores } from "../../pricing/ports/pricing-stores.js";
import { PriceListNotFound, type PriceList } from "../../pricing/pricing.js";
import type { Clock } from "../../shared/clock.js";
import { parseId, type Ids } from "../../shared/ids.js";
import type { Job, ScheduleStores } from "../../shared/schedule.js";

/**
 * The kind of scheduled work that works out the prices of the next products in a new price list;
 * its subject is the list.
 */
const FILL_PRICE_LIST = "pricing.fill-price-list";

/** Small, because the listings of a portion are locked. */
export const PRODUCTS_PER_PORTION = 250;

interface Needs {
  readonly clock: Clock;
  readonly ids: Ids;
}

type FillStores = PricingStores & ListingStores & ScheduleStores;

/** Continues to fill new price lists, portion by portion. */
export const fillPriceLists = ({ clock, ids }: Needs): Job<FillStores> => ({
  kind: FILL_PRICE_LIST,
  run: async ({ subject, facts: { behind } }, stores) => {
    // Before the listings, as every edit of list prices does.
    const list = await existingList(stores, subject as PriceListId);
    if (list && !list.snapshot().isReady)
      await fillPortion(stores, list, parseId("product", String(behind)), {
        ids,
        now: clock.now(),
      });
  },
});

/** The list may have been deleted meanwhile. */
const existingList = async (
  { priceLists }: PricingStores,
  id: PriceListId,
): Promise<PriceList | null> => {
  try {
    return await priceLists.get(id);
  } catch (error) {
    if (error instanceof PriceListNotFound) return null;
    throw error;
  }
};

/**
 * Works out the price ranges of a portion of products in a new, locked price list. Marks the list
 * as ready, or plans the next portion. Products that are created meanwhile save their own ranges.
 */
export const fillPortion = async (
  stores: FillStores,
  list: PriceList,
  after: ProductId | null,
  { ids, now }: { readonly ids: Ids; readonly now: Date },
): Promise<void> => {
  const portion = await stores.priceListListings.missing(list.id, after, PRODUCTS_PER_PORTION);
  await fillListings(stores, list.snapshot(), portion);
  const next = portion.length < PRODUCTS_PER_PORTION ? null : (portion.at(-1) ?? null);
  if (next === null && (await stores.priceListListings.missing(list.id, null, 1)).length === 0) {
    list.markReady(now);
    return stores.priceLists.save(list);
  }
  await stores.schedule.plan([
    {
      id: ids.next("work"),
      kind: FILL_PRICE_LIST,
      subject: list.id,
      dueAt: now,
      facts: { behind: next },
    },
  ]);
};
