import type { VariantId } from "../../catalog/ids.js";
import type { TaxAddress } from "../tax/tax-zone.js";
import type { CartToPrice, PricingTerms } from "./cart-to-price.js";
import { priceWithoutTax } from "./price-without-tax.js";
import type { PricedItem } from "./priced-item.js";

export interface TaxQuestionItem {
  readonly kind: "LINE" | "DELIVERY" | "FEE";
  readonly id: string;
  /** Null for a delivery or a fee. */
  readonly variant: VariantId | null;
  readonly quantity: number;
  /** After discounts, in minor units, not negative. */
  readonly amount: number;
  /** The key of the tax category; null: never taxed. */
  readonly taxCategory: string | null;
}

/** What a tax provider is asked: plain data, the same cart has the same question. */
export interface TaxQuestion {
  /** ISO 4217. */
  readonly currency: string;
  readonly pricesIncludeTax: boolean;
  readonly address: TaxAddress;
  /** Lines, then deliveries, then fees, each by id. */
  readonly items: readonly TaxQuestionItem[];
}

/**
 * The question that the cart puts to a tax provider. Null when there is nothing to ask: the buyer is
 * exempt, no address is known, or nothing can be taxed.
 * @throws as priceCart
 */
export const taxQuestion = (
  cart: CartToPrice,
  terms: PricingTerms,
  moment: Date,
): TaxQuestion | null => {
  const address = cart.buyer.address ?? terms.domesticAddress;
  if (!address || cart.buyer.exemption !== null) return null;
  const { lines, delivery, taxable } = priceWithoutTax(cart, terms, moment);
  const variants = new Map(lines.map(({ item, line }) => [item, line.variant]));
  const deliveries = new Set(delivery);
  const question =
    (kindOf: (item: PricedItem) => TaxQuestionItem["kind"]) =>
    (item: PricedItem): TaxQuestionItem => ({
      kind: kindOf(item),
      id: item.id,
      variant: variants.get(item) ?? null,
      quantity: item.quantity,
      amount: item.amount,
      taxCategory: item.taxCategory,
    });
  const items = [
    ...taxable.lines.map(question(() => "LINE")),
    ...taxable.charges.map(question((item) => (deliveries.has(item) ? "DELIVERY" : "FEE"))),
  ];
  if (items.every(({ taxCategory, amount }) => taxCategory === null || amount === 0)) return null;
  const { currency, pricesIncludeTax } = terms;
  return { currency, pricesIncludeTax, address, items };
};
