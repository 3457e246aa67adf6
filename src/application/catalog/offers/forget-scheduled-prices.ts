import { CHANGE_PRICE } from "../../pricing/pricing.js";
import type { Subscriber } from "../../shared/events.js";
import type { ScheduleStores } from "../../shared/schedule.js";

/** Takes back the price changes to come of variants that are no longer there. */
export const forgetScheduledPrices: Subscriber<ScheduleStores> = {
  name: "pricing.forget-removed-variants",
  types: ["catalog.product-updated", "catalog.product-deleted"],
  take: async ({ facts: { removedVariants } }, { schedule }) => {
    const works = await schedule.ofSubject(
      CHANGE_PRICE,
      Array.isArray(removedVariants) ? removedVariants.map(String) : [],
    );
    await schedule.cancel(works.map(({ id }) => id));
  },
};
