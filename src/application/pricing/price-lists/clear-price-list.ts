import type { PriceListId } from "../../../domain/pricing/ids.js";
import type { ListingStores } from "../../listing/ports/listing-stores.js";
import type { Clock } from "../../shared/clock.js";
import type { Ids } from "../../shared/ids.js";
import type { Job, ScheduleStores } from "../../shared/schedule.js";
import type { PricingStores } from "../ports/pricing-stores.js";

/**
 * The kind of scheduled work that removes the rows of a deleted price list; its subject is the
 * list.
 */
const CLEAR_PRICE_LIST = "pricing.clear-price-list";

const ROWS_PER_PORTION = 1_000;

export type ClearStores = Pick<ListingStores, "priceListListings"> & PricingStores & ScheduleStores;

/**
 * Removes a portion of the rows of a deleted price list, which nothing reads any more, and plans
 * the next portion.
 */
export const clearPriceList = async (
  { priceListListings, listPrices, schedule }: ClearStores,
  list: PriceListId,
  { ids, now }: { readonly ids: Ids; readonly now: Date },
): Promise<void> => {
  const cleared = [
    await listPrices.clear(list, ROWS_PER_PORTION),
    await priceListListings.clear(list, ROWS_PER_PORTION),
  ];
  if (cleared.includes(ROWS_PER_PORTION))
    await schedule.plan([
      { id: ids.next("work"), kind: CLEAR_PRICE_LIST, subject: list, dueAt: now, facts: {} },
    ]);
};

export const clearPriceLists = ({
  clock,
  ids,
}: {
  readonly clock: Clock;
  readonly ids: Ids;
}): Job<ClearStores> => ({
  kind: CLEAR_PRICE_LIST,
  run: ({ subject }, stores) =>
    clearPriceList(stores, subject as PriceListId, { ids, now: clock.now() }),
});
