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
  /** The list has been computed for every product, and markets may use it. */
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
