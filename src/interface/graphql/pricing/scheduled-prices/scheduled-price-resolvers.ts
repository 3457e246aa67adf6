import { scheduledPriceMutations } from "./scheduled-price-mutations.js";
import { ScheduledPricePayloadResolver } from "./scheduled-price-payload.js";
import { ScheduledPriceResolver } from "./scheduled-price-resolver.js";
import { VariantScheduledPricesResolver } from "./variant-scheduled-prices-resolver.js";

export const scheduledPriceResolvers = [
  scheduledPriceMutations,
  ScheduledPricePayloadResolver,
  ScheduledPriceResolver,
  VariantScheduledPricesResolver,
] as const;
