import { wired, type Wired } from "../shared/operations.js";
import { chooseMarket } from "./choose-market.js";
import type { Markets } from "./ports.js";

/** What other contexts may decide with inside one unit of work: a price is made here, and by nobody else's rules. */
export { ScheduledPriceNotFound } from "../../domain/pricing/errors.js";
export { changedPrice, returnedPrice, wayBack, type PriceChange } from "../../domain/pricing/price-change.js";
export { checkNoCrossing, checkScheduleTimes, MOST_SCHEDULED } from "../../domain/pricing/schedule-times.js";
export { CHANGE_PRICE, factsOf, inOrder, planOf, windowOf, type PlannedPrice, type PricePlan } from "./price-plan.js";
export { FiguresWithoutPrice, variantPrice, type VariantPrice } from "../../domain/pricing/variant-price.js";

export interface PricingNeeds {
  readonly markets: Markets;
}

/** Everything that can be asked of markets and prices. */
export const PRICING = {
  chooseMarket,
};

export type Pricing = Wired<typeof PRICING>;

export const pricing = (needs: PricingNeeds): Pricing => wired(PRICING, needs);
