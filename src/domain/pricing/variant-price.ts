import { CurrencyMismatch, type Money } from "../shared/money.js";
import type { VariantId } from "../catalog/ids.js";
import { NegativePrice } from "./errors.js";

/** What a variant costs in the default market. */
export interface VariantPrice {
  readonly variantId: VariantId;
  readonly price: Money;
  /**
   * The crossed-out price as entered. It counts as a reduction only while it is above the price.
   */
  readonly compareAt: Money | null;
  /** What the variant costs the merchant. */
  readonly cost: Money | null;
}

/** @throws NegativePrice, CurrencyMismatch */
export const variantPrice = (raw: VariantPrice): VariantPrice => {
  for (const [name, money] of [
    ["price", raw.price],
    ["compareAt", raw.compareAt],
    ["cost", raw.cost],
  ] as const) {
    if (money === null) continue;
    if (money.minorUnits < 0) throw new NegativePrice(money.toDecimal(), [name]);
    if (money.currency !== raw.price.currency)
      throw new CurrencyMismatch(raw.price.currency, money.currency);
  }
  return raw;
};
