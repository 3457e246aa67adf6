import type { Subscriber } from "../../shared/events.js";
import type { ScheduleStores } from "../../shared/schedule.js";
import { CHANGE_PRICE } from "./price-plan.js";

/** Cancels the scheduled price changes of removed variants. */
export const cancelScheduledPrices: Subscriber<ScheduleStores> = {
  name: "pricing.forget-removed-variants",
  types: ["catalog.product-updated", "catalog.product-deleted"],
  handle: async ({ facts: { removedVariants } }, { schedule }) => {
    const works = await schedule.ofSubjects(
      CHANGE_PRICE,
      Array.isArray(removedVariants) ? removedVariants.map(String) : [],
    );
    await schedule.cancel(works.map(({ id }) => id));
  },
};
