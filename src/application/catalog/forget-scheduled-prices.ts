import { CHANGE_PRICE } from "../pricing/pricing.js";
import type { Subscriber } from "../shared/events.js";
import type { ScheduleStores } from "../shared/schedule.js";

/** Takes back the price changes to come of variants that are no longer there. */
export const forgetScheduledPrices: Subscriber<ScheduleStores> = {
  name: "pricing.forget-removed-variants",
  types: ["catalog.product-updated", "catalog.product-deleted"],
  take: async ({ facts: { removedVariants } }, { schedule }) => {
    for (const variant of Array.isArray(removedVariants) ? removedVariants : []) await schedule.cancelOf(CHANGE_PRICE, String(variant));
  },
};
