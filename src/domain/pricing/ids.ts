import type { Id } from "../shared/id.js";

/** The prefixes of the ids of pricing. */
export const PRICING_PREFIXES = [
  "market",
  "pricelist",
  "taxcategory",
  "taxzone",
  "taxrate",
  "customergroup",
  "fee",
] as const;
type PricingId<Prefix extends (typeof PRICING_PREFIXES)[number]> = Id<Prefix>;

export type MarketId = PricingId<"market">;
export type PriceListId = PricingId<"pricelist">;
export type TaxCategoryId = PricingId<"taxcategory">;
export type TaxZoneId = PricingId<"taxzone">;
export type TaxRateId = PricingId<"taxrate">;
export type FeeId = PricingId<"fee">;
export type CustomerGroupId = PricingId<"customergroup">;
