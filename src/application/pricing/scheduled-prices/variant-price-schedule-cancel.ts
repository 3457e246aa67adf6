import type { VariantId } from "../../../domain/catalog/ids.js";
import { ScheduledPriceNotFound } from "../../../domain/pricing/errors.js";
import { id } from "../../../domain/shared/id.js";
import { change, type Work } from "../../shared/change.js";
import { parseId } from "../../shared/ids.js";
import type { ScheduleStores } from "../../shared/schedule.js";
import { mayWritePricing } from "../ports/permissions.js";
import { CHANGE_PRICE } from "./price-plan.js";

interface VariantPriceScheduleCancel {
  readonly id: string;
}

/** The result of a cancelled price change. Plain JSON. */
export interface ScheduledPriceCancelled {
  readonly variantId: VariantId;
}

/** Cancels a scheduled price with its end; after the start only the end. */
export const variantPriceScheduleCancel = change(
  mayWritePricing,
  async (
    { id: raw }: VariantPriceScheduleCancel,
    { stores: { schedule } }: Work<ScheduleStores>,
  ): Promise<ScheduledPriceCancelled> => {
    const workId = parseId("work", raw);
    const [work] = workId ? await schedule.ofIds(CHANGE_PRICE, [workId]) : [];
    if (!work || (await schedule.cancel([work.id])) === 0) throw new ScheduledPriceNotFound(raw);
    return { variantId: id<VariantId>(work.subject) };
  },
);
