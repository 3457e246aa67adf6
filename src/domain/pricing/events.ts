import type { MarketId, PriceListId } from "./ids.js";

export type MarketEvent =
  | {
      readonly type: "pricing.market-created";
      readonly marketId: MarketId;
      readonly version: number;
    }
  | {
      readonly type: "pricing.market-updated";
      readonly marketId: MarketId;
      readonly version: number;
    }
  | {
      readonly type: "pricing.market-deleted";
      readonly marketId: MarketId;
      readonly version: number;
    };

export type PriceListEvent =
  | {
      readonly type: "pricing.price-list-created";
      readonly priceListId: PriceListId;
      readonly version: number;
    }
  | {
      readonly type: "pricing.price-list-updated";
      readonly priceListId: PriceListId;
      readonly version: number;
    }
  /** What every product costs in it has been worked out: markets may use it from now on. */
  | {
      readonly type: "pricing.price-list-ready";
      readonly priceListId: PriceListId;
      readonly version: number;
    }
  | {
      readonly type: "pricing.price-list-deleted";
      readonly priceListId: PriceListId;
      readonly version: number;
    };
