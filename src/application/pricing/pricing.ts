import { wired, type Wired } from "../shared/operations.js";
import type { Clock } from "../shared/clock.js";
import type { IdempotencyStores } from "../shared/idempotency.js";
import type { Ids } from "../shared/ids.js";
import type { UnitOfWork } from "../shared/unit-of-work.js";
import { chooseMarket } from "./choose-market.js";
import { createMarket } from "./markets/create-market.js";
import { deleteMarket } from "./markets/delete-market.js";
import { showMarkets } from "./markets/show-markets.js";
import type { MarketStores } from "./markets/take-market.js";
import { updateMarket } from "./markets/update-market.js";
import type { Markets, PriceListReads } from "./ports.js";
import { showPriceLists } from "./show-price-lists.js";

/** What other contexts may decide with inside one unit of work: a price is made here, and by nobody else's rules. */
export {
  PriceListNotFound,
  ScheduledPriceNotFound,
  TooManyOfAKind,
} from "../../domain/pricing/errors.js";
export {
  changedPrice,
  returnedPrice,
  wayBack,
  type PriceChange,
} from "../../domain/pricing/price-change.js";
export {
  checkNoCrossing,
  checkScheduleTimes,
  MOST_SCHEDULED,
} from "../../domain/pricing/schedule-times.js";
export {
  CHANGE_PRICE,
  factsOf,
  inOrder,
  planOf,
  windowOf,
  type PlannedPrice,
  type PricePlan,
} from "./price-plan.js";
export { listPrice, priceWithin, type ListPrice } from "../../domain/pricing/list-price.js";
export {
  PriceList,
  type PriceListContent,
  type PriceListSnapshot,
} from "../../domain/pricing/price-list.js";
export {
  FiguresWithoutPrice,
  variantPrice,
  type VariantPrice,
} from "../../domain/pricing/variant-price.js";

export { openDefaultMarket, type DefaultMarketSettings } from "./markets/open-default-market.js";

export interface PricingNeeds {
  readonly markets: Markets;
  readonly priceListReads: PriceListReads;
  readonly unitOfWork: UnitOfWork<MarketStores & IdempotencyStores>;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Everything that can be asked of markets and prices. */
export const PRICING = {
  chooseMarket,
  markets: showMarkets,
  priceLists: showPriceLists,
  marketCreate: createMarket,
  marketUpdate: updateMarket,
  marketDelete: deleteMarket,
};

export type Pricing = Wired<typeof PRICING>;

export const pricing = (needs: PricingNeeds): Pricing => wired(PRICING, needs);
