import { id } from "../../../domain/shared/id.js";
import type { VariantId } from "../../../domain/catalog/ids.js";
import { CHANGE_PRICE, ScheduledPriceNotFound } from "../../pricing/pricing.js";
import { change, type Work } from "../../shared/change.js";
import { parseId } from "../../shared/ids.js";
import type { ScheduleStores } from "../../shared/schedule.js";
import { mayWriteCatalog } from "../../shared/viewer.js";

export interface CancelScheduledPrice {
  readonly id: string;
}

/** Plain JSON. */
export interface ScheduledPriceCancelled {
  readonly variantId: VariantId;
}

/** Takes back a price change that is still to come: a price with its end, or the end alone once the price holds. */
export const cancelScheduledPrice = change(
  mayWriteCatalog,
  async (
    { id: raw }: CancelScheduledPrice,
    { stores: { schedule } }: Work<ScheduleStores>,
  ): Promise<ScheduledPriceCancelled> => {
    const workId = parseId("work", raw);
    const [work] = workId ? await schedule.ofIds(CHANGE_PRICE, [workId]) : [];
    if (!work || (await schedule.cancel([work.id])) === 0) throw new ScheduledPriceNotFound(raw);
    return { variantId: id<VariantId>(work.subject) };
  },
);
