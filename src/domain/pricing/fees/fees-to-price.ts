import { RepeatedEntry } from "../../shared/repeated-entry.js";
import { Money } from "../../shared/money.js";
import type { Problems } from "../../shared/problems.js";
import type { FeeToPrice } from "../quote/cart-to-price.js";
import { QuoteTooLarge } from "../quote/errors.js";
import type { TaxCategory } from "../tax/tax-category.js";
import { taxCategoryOf } from "../tax/tax-category-of.js";
import { FeeNotFound, FeeWithoutAmount } from "./errors.js";
import type { FeeAmount, FeeContent } from "./fee-content.js";

/** What fees are charged on. */
export interface FeeBase {
  /** ISO 4217. */
  readonly currency: string;
  /** The units of all lines together. */
  readonly units: number;
  readonly categories: readonly TaxCategory[];
}

/**
 * The fees of a cart, by position: those that are requested, and the one on small orders, which
 * applies by itself. Problems are collected: FeeNotFound, FeeWithoutAmount, RepeatedEntry,
 * QuoteTooLarge.
 * @param keys of the fees that are requested
 * @param name of the list of keys in the request
 */
export const feesToPrice = (
  all: readonly FeeContent[],
  keys: readonly string[],
  base: FeeBase,
  name: string,
  problems: Problems,
): readonly FeeToPrice[] => {
  const active = all.filter(({ isActive }) => isActive);
  const requested = new Set<string>();
  for (const [index, key] of keys.entries()) {
    const path = [name, String(index)];
    const fee = active.find((one) => one.key === key);
    if (!fee) problems.add(new FeeNotFound(key, path));
    else if (fee.kind !== "SMALL_ORDER" && !amountIn(fee, base.currency))
      problems.add(new FeeWithoutAmount(key, base.currency, path));
    if (requested.size === requested.add(key).size) problems.add(new RepeatedEntry(key, path));
  }
  return active
    .filter(({ key, kind }) => kind === "SMALL_ORDER" || requested.has(key))
    .toSorted((a, b) => a.position - b.position)
    .flatMap((fee) => {
      const amount = amountIn(fee, base.currency);
      if (!amount) return [];
      return problems.collect(() => feeToPrice(fee, amount, base)) ?? [];
    });
};

const amountIn = ({ amounts }: FeeContent, currency: string): FeeAmount | undefined =>
  amounts.find((one) => one.currency === currency);

const feeToPrice = (
  { key, name, per, taxCategory }: FeeContent,
  { amount, below }: FeeAmount,
  { currency, units, categories }: FeeBase,
): FeeToPrice => {
  const times = per === "UNIT" ? units : 1;
  if (!Number.isSafeInteger(amount * times)) throw new QuoteTooLarge(["lines"]);
  return {
    id: `fee ${key}`,
    steps: [
      {
        amount: Money.of(amount * times, currency),
        reason: per === "UNIT" ? `${name}, ${units} units` : name,
      },
    ],
    taxCategory: taxCategoryOf({ taxable: taxCategory !== null, taxCode: taxCategory }, categories),
    onlyBelow: below === null ? null : Money.of(below, currency),
  };
};
