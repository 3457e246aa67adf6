import type { ProductId, VariantId } from "../catalog/ids.js";
import type { CustomerGroupId, FeeId, MarketId, PriceListId } from "./ids.js";

export interface MarketEvent {
  readonly type: "pricing.market-created" | "pricing.market-updated" | "pricing.market-deleted";
  readonly marketId: MarketId;
  readonly version: number;
}

export interface CustomerGroupEvent {
  readonly type:
    | "pricing.customer-group-created"
    | "pricing.customer-group-updated"
    | "pricing.customer-group-deleted";
  readonly customerGroupId: CustomerGroupId;
  readonly version: number;
}

export interface FeeEvent {
  readonly type: "pricing.fee-created" | "pricing.fee-updated" | "pricing.fee-deleted";
  readonly feeId: FeeId;
  readonly version: number;
}

export type PriceListEvent =
  | {
      readonly type: "pricing.price-list-created";
      readonly priceListId: PriceListId;
      readonly version: number;
    }
  | {
      readonly type: "pricing.price-list-updated";
      readonly priceListId: PriceListId;
      /** When it is valid, or for whom, has changed; absent when only its name has. */
      readonly hasOtherAudience?: true;
      readonly version: number;
    }
  /** The list is being computed for every product again, and no buyer gets its prices. */
  | {
      readonly type: "pricing.price-list-unready";
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
  /** Of a quantity break; absent for the price of a single unit. */
  readonly minimumQuantity?: number;
  readonly version: number;
}

/**
 * The name under which the events of a price are in order. Not the id of its variant, because the
 * stock and each price of a variant number their changes for themselves, and none waits for another.
 * At most 64 characters, as an id; a quantity break has no place for the prefix of its variant.
 */
export const priceEventsOf = (
  variantId: VariantId,
  priceListId: PriceListId | null = null,
  minimumQuantity = 1,
): string => {
  if (priceListId === null) return `${variantId}/price`;
  const list = withoutPrefix(priceListId);
  return minimumQuantity === 1
    ? `${variantId}/${list}`
    : `${withoutPrefix(variantId)}/${list}/${minimumQuantity}`;
};

const withoutPrefix = (id: string): string => id.slice(id.indexOf("_") + 1);
