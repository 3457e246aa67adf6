import type { VariantId } from "../../../domain/catalog/ids.js";
import type {
  CartToPrice,
  ChargeStep,
  ChargeToPrice,
  LineToPrice,
} from "../../../domain/pricing/quote/cart-to-price.js";
import { priceCart } from "../../../domain/pricing/quote/price-cart.js";
import type { Quote } from "../../../domain/pricing/quote/quote.js";
import { taxQuestion, type TaxQuestion } from "../../../domain/pricing/quote/tax-question.js";
import type { TaxDecision } from "../../../domain/pricing/tax/provided-taxes.js";
import type { PriceCandidates } from "../../../domain/pricing/price-lists/price-candidates.js";
import type { TaxCategory } from "../../../domain/pricing/tax/tax-category.js";
import { taxCategoryOf } from "../../../domain/pricing/tax/tax-category-of.js";
import type { MarketView } from "../ports/markets.js";
import type { ShopTaxesView } from "../ports/shop-taxes.js";
import { checkQuoteSize } from "./check-quote-size.js";
import { pricingTerms } from "./pricing-terms.js";

interface LineToCompose {
  readonly id: string;
  readonly variant: VariantId;
  readonly quantity: number;
  /** Undefined for a variant without any price. */
  readonly prices: PriceCandidates | undefined;
  readonly taxable?: boolean | undefined;
  readonly taxCode?: string | null | undefined;
}

/** A line of a quote of what is stored about its variant. */
export const composeLine = (
  { prices, taxable = true, taxCode = null, ...line }: LineToCompose,
  categories: readonly TaxCategory[],
): LineToPrice => ({
  ...line,
  prices: prices ?? { lists: [], own: null },
  taxCategory: taxCategoryOf({ taxable, taxCode }, categories),
});

interface DeliveryToCompose {
  /** Of the option. */
  readonly key: string;
  readonly steps: readonly ChargeStep[];
  readonly taxCategory: string | null;
}

/** The delivery of a quote by an option of the shop. */
export const composeDelivery = (
  { key, steps, taxCategory }: DeliveryToCompose,
  categories: readonly TaxCategory[],
): ChargeToPrice => ({
  id: `delivery option ${key}`,
  steps,
  taxCategory: taxCategoryOf({ taxable: taxCategory !== null, taxCode: taxCategory }, categories),
});

/**
 * The quote of a cart by the terms of a market.
 * @param decide who decides the taxes, told what a tax provider would be asked; null when nothing
 * would be; left out: the rates of the shop decide
 * @throws QuoteTooLarge, Refused with LineWithoutPrice
 */
export const composeQuote = (
  cart: CartToPrice,
  market: MarketView,
  taxes: ShopTaxesView,
  moment: Date,
  decide?: (question: TaxQuestion | null) => TaxDecision,
): Quote => {
  checkQuoteSize(cart);
  const terms = pricingTerms(market, taxes);
  return priceCart(cart, terms, moment, decide?.(taxQuestion(cart, terms, moment)));
};
