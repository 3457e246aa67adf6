import type { ProductId, VariantId } from "../catalog/ids.js";
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

/** The price of a variant in the default market was set, changed or removed. */
export interface OwnPriceEvent {
  readonly type: "pricing.price-changed";
  readonly variantId: VariantId;
  readonly productId: ProductId;
  readonly version: number;
}

/** The price of a variant in a price list was set, changed or removed. */
export interface PriceInListEvent {
  readonly type: "pricing.list-price-changed";
  readonly priceListId: PriceListId;
  readonly variantId: VariantId;
  readonly productId: ProductId;
  readonly version: number;
}

/**
 * The name under which the events of a price are in order. Not the id of its variant, because the
 * stock and each price of a variant number their changes for themselves, and none waits for another.
 * At most 64 characters, as an id.
 */
export const priceEventsOf = (
  variantId: VariantId,
  priceListId: PriceListId | null = null,
): string =>
  `${variantId}/${priceListId === null ? "price" : priceListId.slice(priceListId.indexOf("_") + 1)}`;
