/** What other contexts may decide with inside one unit of work: a price is made here, and by nobody else's rules. */
export { ScheduledPriceNotFound } from "../../domain/pricing/errors.js";
export { changedPrice, returnedPrice, wayBack, type PriceChange } from "../../domain/pricing/price-change.js";
export { checkNoCrossing, checkScheduleTimes, MOST_SCHEDULED } from "../../domain/pricing/schedule-times.js";
export { CHANGE_PRICE, factsOf, inOrder, planOf, windowOf, type PlannedPrice, type PricePlan } from "./price-plan.js";
export { FiguresWithoutPrice, variantPrice, type VariantPrice } from "../../domain/pricing/variant-price.js";
