import type { VariantId } from "../catalog/ids.js";
import type { Money } from "../shared/money.js";
import type { PriceListId } from "./ids.js";
import { variantPrice } from "./variant-price.js";

/** What a variant costs in a price list. */
export interface ListPrice {
  readonly priceList: PriceListId;
  readonly variantId: VariantId;
  readonly price: Money;
  /**
   * The crossed-out price as entered. It counts as a reduction only while it is above the price.
   */
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
 * The price of a variant in a market with a price list: the listed price, or else the variant's own
 * price if it is in the currency of the list. Amounts are never converted.
 * @returns null for a variant without a listed price whose own price is in another currency
 */
export const effectivePrice = (
  currency: string,
  listed: PriceTag | undefined,
  own: PriceTag | undefined,
): PriceTag | null => listed ?? (own && own.price.currency === currency ? own : null);
