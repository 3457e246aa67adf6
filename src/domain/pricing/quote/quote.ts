import type { VariantId } from "../../catalog/ids.js";
import type { Money } from "../../shared/money.js";
import type { TaxSource } from "../tax/provided-taxes.js";

export const PRICE_STEP_KINDS = [
  /** The price without a quantity break, for all units. */
  "PRICE",
  "QUANTITY_BREAK",
  /** All lines together, before discounts. */
  "LINES",
  "DISCOUNT",
  "DELIVERY",
  "FEE",
  /** A tax that the price includes is taken out of it; without a TAX step the buyer does not owe it. */
  "INCLUDED_TAX",
  "TAX",
  "PAYABLE_ROUNDING",
] as const;

/** What a step of a calculation is. */
export type PriceStepKind = (typeof PRICE_STEP_KINDS)[number];

/** One step of a calculation. The amounts of all steps add up to the total. */
export interface PriceStep {
  readonly kind: PriceStepKind;
  /** What the step adds; negative for what it takes away. */
  readonly amount: Money;
  /** What the amount was worked out from: the price of a unit, what was left, the taxed amount. */
  readonly base: Money;
  /** For people: the price list, the reason of a discount, the tax and its rate. */
  readonly reason: string;
  /** Whether a discount was larger than what was left, so that only that much came off. */
  readonly isLimited: boolean;
  readonly facts: PriceStepFacts;
}

/** What a step is about, for programs. A fact that says nothing about the step is left out. */
export interface PriceStepFacts {
  /** Of a price: the key of the price list; null for the variant's own price. */
  readonly priceList?: string | null;
  /** Of a quantity break: from how many units on it applies. */
  readonly minimumQuantity?: number;
  /** Of a discount: its id. */
  readonly discount?: string;
  /** Of a tax: its name, its rate, and whether the buyer owes it. */
  readonly tax?: Pick<QuotedTax, "tax" | "partsPerMillion" | "isCompound"> & {
    readonly isOwed: boolean;
  };
}

/** What a tax at a rate amounts to. */
export interface QuotedTax {
  readonly tax: string;
  /** 190,000 is 19 %. */
  readonly partsPerMillion: number;
  readonly isCompound: boolean;
  /** The net amount that is taxed; for a compound tax without the taxes it is charged on as well. */
  readonly net: Money;
  readonly amount: Money;
}

/** The amounts of a line, a delivery or a fee. `net` and `tax` add up to `gross`. */
export interface QuotedAmounts {
  readonly id: string;
  /** Before discounts, with or without tax as the prices of the market are. */
  readonly subtotal: Money;
  /** What discounts took away, not negative. */
  readonly discount: Money;
  readonly net: Money;
  readonly tax: Money;
  /** What the buyer pays for it. */
  readonly gross: Money;
  readonly taxes: readonly QuotedTax[];
  /** The steps add up to `gross`. */
  readonly breakdown: readonly PriceStep[];
}

export interface QuotedLine extends QuotedAmounts {
  readonly variant: VariantId;
  readonly quantity: number;
  /** As listed: with or without tax as the prices of the market are. */
  readonly unitPrice: Money;
  readonly compareAt: Money | null;
  /** The key of the price list; null for the variant's own price. */
  readonly priceList: string | null;
}

/** What became of a discount. */
export interface QuotedDiscount {
  readonly id: string;
  readonly reason: string;
  readonly requested: Money;
  /** At most what was left. */
  readonly amount: Money;
}

export interface QuoteTotals {
  /** The lines before discounts. */
  readonly subtotal: Money;
  /** All discounts together, not negative. */
  readonly discount: Money;
  /** Delivery before discounts. */
  readonly delivery: Money;
  readonly fees: Money;
  readonly net: Money;
  readonly tax: Money;
  readonly gross: Money;
  /** What the rounding for the payment method adds. */
  readonly payableRounding: Money;
  /** What the buyer pays: `gross` and the rounding. */
  readonly total: Money;
}

/** The result of pricing a cart. Lines, delivery and fees are in the order of the cart. */
export interface Quote {
  readonly currency: string;
  readonly lines: readonly QuotedLine[];
  /** One for each delivery group. */
  readonly delivery: readonly QuotedAmounts[];
  readonly fees: readonly QuotedAmounts[];
  readonly discounts: readonly QuotedDiscount[];
  /** One for each tax and rate. */
  readonly taxes: readonly QuotedTax[];
  /** The key of the tax zone; null where no zone applies, and when a tax provider decided. */
  readonly taxZone: string | null;
  readonly taxSource: TaxSource;
  readonly totals: QuoteTotals;
  /** The steps add up to the total. */
  readonly breakdown: readonly PriceStep[];
}
