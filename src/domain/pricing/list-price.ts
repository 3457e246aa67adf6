import type { VariantId } from "../catalog/ids.js";
import type { Money } from "../shared/money.js";
import type { PriceListId } from "./ids.js";
import { InvalidMinimumQuantity } from "./errors.js";
import { variantPrice } from "./variant-price.js";

/** What one unit of a variant costs in a price list, from a number of units on. */
export interface ListPrice {
  readonly priceList: PriceListId;
  readonly variantId: VariantId;
  /** 1 for the price of a single unit, more for a quantity break. */
  readonly minimumQuantity: number;
  readonly price: Money;
  /**
   * The crossed-out price as entered. It counts as a reduction only while it is above the price.
   */
  readonly compareAt: Money | null;
}

export type PriceTag = Pick<ListPrice, "price" | "compareAt">;

/** The largest minimum quantity of a quantity break. */
export const MAX_MINIMUM_QUANTITY = 1_000_000;

/** @throws NegativePrice, CurrencyMismatch, InvalidMinimumQuantity */
export const listPrice = (raw: ListPrice): ListPrice => {
  const { minimumQuantity } = raw;
  if (
    !Number.isInteger(minimumQuantity) ||
    minimumQuantity < 1 ||
    minimumQuantity > MAX_MINIMUM_QUANTITY
  )
    throw new InvalidMinimumQuantity(minimumQuantity, ["minimumQuantity"]);
  variantPrice({
    variantId: raw.variantId,
    price: raw.price,
    compareAt: raw.compareAt,
    cost: null,
  });
  return raw;
};

/**
 * The price of one unit of a variant in a market with price lists: the first listed price, or else
 * the variant's own price if it is in the currency of the list. Amounts are never converted.
 * @returns null for a variant without a listed price whose own price is in another currency
 */
export const effectivePrice = (
  currency: string,
  listed: PriceTag | undefined,
  own: PriceTag | undefined,
): PriceTag | null => listed ?? (own && own.price.currency === currency ? own : null);

/** The price of a single unit in the first of the lists that has one. */
export const firstListed = (
  lists: readonly PriceListId[],
  prices: readonly ListPrice[] = [],
): ListPrice | undefined => {
  for (const list of lists) {
    const found = prices.find(
      ({ priceList, minimumQuantity }) => priceList === list && minimumQuantity === 1,
    );
    if (found) return found;
  }
  return undefined;
};
