import { PRICING_PREFIXES } from "../../domain/pricing/ids.js";
import { PRICING_PERMISSIONS } from "./ports/permissions.js";
import { PRICING_WARNINGS } from "./ports/warnings.js";
import type { Context } from "../shared/context.js";
import type { Clock } from "../shared/clock.js";
import type { IdempotencyStores } from "../shared/idempotency-keys.js";
import type { Ids } from "../shared/ids.js";
import type { UnitOfWork } from "../shared/unit-of-work.js";
import { wired, type Wired } from "../shared/wired.js";
import { chooseMarket } from "./markets/choose-market.js";
import type { MarketStores } from "./markets/lock-market.js";
import { marketCreate } from "./markets/market-create.js";
import { marketDelete } from "./markets/market-delete.js";
import { marketUpdate } from "./markets/market-update.js";
import { readMarkets } from "./markets/read-markets.js";
import type { Markets } from "./ports/markets.js";
import type { PriceListReads } from "./ports/price-list-reads.js";
import { readPriceLists } from "./price-lists/read-price-lists.js";

/** The rules of prices, for other contexts that change prices in their own unit of work. */
export {
  PriceMissing,
  PriceListNotFound,
  ScheduledPriceNotFound,
  TooManyOfAKind,
} from "../../domain/pricing/errors.js";
export { effectivePrice, listPrice, type ListPrice } from "../../domain/pricing/list-price.js";
export {
  changedPrice,
  priceReversal,
  revertedPrice,
  type PriceChange,
} from "../../domain/pricing/price-change.js";
export {
  PriceList,
  type PriceListContent,
  type PriceListSnapshot,
} from "../../domain/pricing/price-list.js";
export {
  checkNoPartialOverlap,
  checkScheduleTimes,
  MAX_PENDING_CHANGES,
} from "../../domain/pricing/schedule-times.js";
export { variantPrice, type VariantPrice } from "../../domain/pricing/variant-price.js";

export { openDefaultMarket, type DefaultMarketSettings } from "./markets/open-default-market.js";
export {
  byTime,
  CHANGE_PRICE,
  factsOf,
  planOf,
  windowOf,
  type PlannedPrice,
  type PricePlan,
} from "./price-plan.js";

export interface PricingNeeds {
  readonly markets: Markets;
  readonly priceListReads: PriceListReads;
  readonly unitOfWork: UnitOfWork<MarketStores & IdempotencyStores>;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Everything that markets and price lists can do. */
export const PRICING = {
  chooseMarket,
  markets: readMarkets,
  priceLists: readPriceLists,
  marketCreate,
  marketUpdate,
  marketDelete,
};

export type Pricing = Wired<typeof PRICING>;

export const pricing = (needs: PricingNeeds): Pricing => wired(PRICING, needs);

export const pricingContext = {
  name: "pricing",
  idPrefixes: PRICING_PREFIXES,
  permissions: PRICING_PERMISSIONS,
  warnings: PRICING_WARNINGS,
  operations: PRICING,
  open: pricing,
} as const satisfies Context;
