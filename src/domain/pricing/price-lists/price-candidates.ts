import type { Money } from "../../shared/money.js";
import type { Validity } from "../validity.js";

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
