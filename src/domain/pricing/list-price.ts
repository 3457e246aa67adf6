import type { VariantId } from "../catalog/ids.js";
import type { Money } from "../shared/money.js";
import type { PriceListId } from "./ids.js";
import { variantPrice } from "./variant-price.js";

/** What a variant costs in a price list. */
export interface ListPrice {
  readonly priceList: PriceListId;
  readonly variantId: VariantId;
  readonly price: Money;
  /** The crossed-out price as it was entered; it counts as a reduction only while it stands above the price. */
  readonly compareAt: Money | null;
}

export type PriceTag = Pick<ListPrice, "price" | "compareAt">;

/** @throws NegativePrice, CurrencyMismatch */
export const listPrice = (raw: ListPrice): ListPrice => {
  variantPrice({
    variantId: raw.variantId,
    price: raw.price,
    compareAt: raw.compareAt,
    cost: null,
  });
  return raw;
};

/**
 * What a variant costs where a price list holds: its price in the list, or else the variant's own price, provided that both are in
 * the same currency. Amounts are never converted: in another currency a variant that the list does not know has no price.
 */
export const priceWithin = (
  currency: string,
  listed: PriceTag | undefined,
  own: PriceTag | undefined,
): PriceTag | null => listed ?? (own && own.price.currency === currency ? own : null);
