import type { Money } from "../../shared/money.js";
import { Problems } from "../../shared/problems.js";
import { TooMany } from "../../shared/too-many.js";
import { InvalidMinimumQuantity, NegativePrice } from "../errors.js";
import { checkValidity, type Validity } from "../validity.js";
import { PriceInOtherCurrency, RepeatedQuantityBreak } from "./errors.js";

/** What one unit costs from a number of units on. */
export interface QuantityPrice {
  readonly minimumQuantity: number;
  readonly price: Money;
  readonly compareAt: Money | null;
}

/** A price list that applies to a buyer, with its prices of one variant. */
export interface CandidateList extends Validity {
  /** The key of the list. */
  readonly key: string;
  readonly currency: string;
  readonly prices: readonly QuantityPrice[];
}

/** Every price that a variant could have for a buyer. */
export interface PriceCandidates {
  /** In their order: that of the company, of the customer group, of the market. */
  readonly lists: readonly CandidateList[];
  /** The variant's own price. */
  readonly own: Pick<QuantityPrice, "price" | "compareAt"> | null;
}

/** How many price lists apply to a buyer. */
export const MAX_PRICE_LISTS = 3;

/**
 * @throws Refused with TooMany, InvalidValidity, InvalidMinimumQuantity, NegativePrice,
 * PriceInOtherCurrency, RepeatedQuantityBreak
 */
export const checkPriceCandidates = ({ lists }: PriceCandidates): void => {
  const problems = new Problems();
  if (lists.length > MAX_PRICE_LISTS)
    problems.add(new TooMany("price lists of a buyer", lists.length, MAX_PRICE_LISTS));
  for (const [index, list] of lists.entries())
    problems.collect(() => checkCandidateList(list), "lists", String(index));
  problems.throwIfAny();
};

const checkCandidateList = (list: CandidateList): void => {
  const problems = new Problems();
  problems.collect(() => checkValidity(list));
  const quantities = new Set<number>();
  for (const [index, { minimumQuantity: from, price, compareAt }] of list.prices.entries()) {
    const path = ["prices", String(index)];
    if (!Number.isSafeInteger(from) || from < 1)
      problems.add(new InvalidMinimumQuantity(from, [...path, "minimumQuantity"]));
    if (quantities.has(from))
      problems.add(new RepeatedQuantityBreak(list.key, from, [...path, "minimumQuantity"]));
    quantities.add(from);
    for (const [name, money] of [["price", price] as const, ["compareAt", compareAt] as const]) {
      if (money === null) continue;
      if (money.minorUnits < 0) problems.add(new NegativePrice(money.toDecimal(), [...path, name]));
      if (money.currency !== list.currency)
        problems.add(
          new PriceInOtherCurrency(list.key, list.currency, money.currency, [...path, name]),
        );
    }
  }
  problems.throwIfAny();
};
