import type { Recurring } from "../../shared/schedule.js";
import { KEPT_HISTORY_DAYS } from "../ports/price-history.js";
import type { PricingStores } from "../ports/pricing-stores.js";

const DAY_MS = 24 * 60 * 60_000;
const PORTION = 500;

/** Removes what the history of prices need not answer any more. */
export const removeOldPriceHistory: Recurring<Pick<PricingStores, "priceHistoryPruning">> = {
  kind: "pricing.forget-price-history",
  everyMs: DAY_MS,
  run: async (now, { priceHistoryPruning }) => {
    const oldest = new Date(now.getTime() - KEPT_HISTORY_DAYS * DAY_MS);
    return (await priceHistoryPruning.removeBefore(oldest, PORTION)) >= PORTION ? "more" : "done";
  },
};
