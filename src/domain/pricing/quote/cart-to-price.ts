import type { VariantId } from "../../catalog/ids.js";
import type { Money } from "../../shared/money.js";
import type { PriceCandidates } from "../price-lists/price-candidates.js";
import type { PayableRounding } from "../rounding/payable-rounding.js";
import type { TaxRounding } from "../tax/tax-amounts.js";
import type { TaxRules } from "../tax/tax-table.js";
import type { TaxAddress } from "../tax/tax-zone.js";

export interface LineToPrice {
  readonly id: string;
  readonly variant: VariantId;
  /** Whole units, at least 1. */
  readonly quantity: number;
  readonly prices: PriceCandidates;
  /** The key of the tax category; null for goods that are never taxed. */
  readonly taxCategory: string | null;
}

/** What a discount is taken from. */
export type DiscountTarget =
  | { readonly kind: "LINES"; readonly lines: readonly string[] }
  | { readonly kind: "ORDER" }
  /** A delivery group; null: all of them. */
  | { readonly kind: "DELIVERY"; readonly delivery: string | null };

/** A discount whose amount is already decided. */
export interface DiscountToApply {
  readonly id: string;
  /** Not negative. What exceeds what is left is not applied. */
  readonly amount: Money;
  readonly target: DiscountTarget;
  /** For people. */
  readonly reason: string;
}

/** A part of the price of a delivery or a fee; negative for what is taken off again. */
export interface ChargeStep {
  readonly amount: Money;
  /** For people: "DHL", "2 kg", "Free above 50.00", "Gift wrap". */
  readonly reason: string;
}

/** A delivery or a fee. Its steps together are not negative. */
export interface ChargeToPrice {
  readonly id: string;
  readonly steps: readonly ChargeStep[];
  /** The key of the tax category; null for what is never taxed, such as a deposit. */
  readonly taxCategory: string | null;
}

export interface FeeToPrice extends ChargeToPrice {
  /** Charged only when the lines cost less than this before discounts; null: always. */
  readonly onlyBelow?: Money | null;
}

/** Who buys, as far as prices depend on it. */
export interface Buyer {
  /** Null until it is known. The domestic address of the market counts until then. */
  readonly address: TaxAddress | null;
  /** Why the buyer owes no tax, for people; null for buyers who owe it. */
  readonly exemption: string | null;
  /** Null until one is chosen. */
  readonly paymentMethod: string | null;
}

export interface CartToPrice {
  readonly lines: readonly LineToPrice[];
  /** In the order in which they apply. Those of lines come before those of the order and delivery. */
  readonly discounts: readonly DiscountToApply[];
  /** One for each delivery group. */
  readonly delivery: readonly ChargeToPrice[];
  readonly fees: readonly FeeToPrice[];
  readonly buyer: Buyer;
}

/** The terms of a market. */
export interface PricingTerms {
  /** ISO 4217. */
  readonly currency: string;
  readonly pricesIncludeTax: boolean;
  readonly taxRounding: TaxRounding;
  /**
   * Whose taxes count before an address is known, and are taken out of prices with tax for buyers
   * who owe none; null: none.
   */
  readonly domesticAddress: TaxAddress | null;
  readonly taxRules: TaxRules;
  readonly payableRounding: readonly PayableRounding[];
}
