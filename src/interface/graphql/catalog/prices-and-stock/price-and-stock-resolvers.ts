import { scheduledPriceMutations } from "./scheduled-price-mutations.js";
import { ScheduledPricePayloadResolver } from "./scheduled-price-payload.js";
import { ScheduledPriceResolver } from "./scheduled-price-resolver.js";
import { stockMutations } from "./stock-mutations.js";
import { VariantScheduledPricesResolver } from "./variant-scheduled-prices-resolver.js";

export const priceAndStockResolvers = [
  stockMutations,
  scheduledPriceMutations,
  ScheduledPricePayloadResolver,
  ScheduledPriceResolver,
  VariantScheduledPricesResolver,
] as const;
