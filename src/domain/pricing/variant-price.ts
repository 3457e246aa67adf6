import { DomainError } from "../shared/domain-error.js";
import { CurrencyMismatch, type Money } from "../shared/money.js";
import type { VariantId } from "../catalog/ids.js";

export class NegativePrice extends DomainError {
  readonly code = "NEGATIVE_PRICE";

  constructor(
    readonly amount: string,
    path: readonly string[],
  ) {
    super(`A price is not below zero, but ${amount} is.`, path);
  }
}

/** A crossed-out price or a cost says nothing about a variant that nobody can buy. */
export class FiguresWithoutPrice extends DomainError {
  readonly code = "FIGURES_WITHOUT_PRICE";

  constructor(path: readonly string[]) {
    super("A crossed-out price or a cost is given without a price: give the price too.", path);
  }
}

/** What a variant costs in the default market. */
export interface VariantPrice {
  readonly variantId: VariantId;
  readonly price: Money;
  /** The crossed-out price as it was entered; it counts as a reduction only while it stands above the price. */
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
