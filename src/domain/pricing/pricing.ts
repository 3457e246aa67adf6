// What other contexts may import from pricing, besides its ids and events.
export { checkedKey, isKey } from "./checked-key.js";
export { MarketNotFound, PriceMissing } from "./errors.js";
export { effectivePrice, firstListed, type ListPrice } from "./list-price.js";
export type { PriceInList } from "./price-in-list.js";
export type { PriceListSnapshot } from "./price-list.js";
export { OwnPrice } from "./own-price.js";
export type { VariantPrice } from "./variant-price.js";
export { checkValidity, isValidAt, type Validity } from "./validity.js";
export type { ChargeStep, ChargeToPrice } from "./quote/cart-to-price.js";
export { TaxCategoryNotFound } from "./tax-settings/errors.js";
export {
  InvalidLineQuantity,
  InvalidVatId,
  LineWithoutPrice,
  QuoteTooLarge,
} from "./quote/errors.js";
export type { TaxQuestion } from "./quote/tax-question.js";
export type { ProvidedTaxes, TaxDecision, TaxSource } from "./tax/provided-taxes.js";
export { taxRegion } from "./tax/tax-region.js";
export { choosePrice } from "./price-lists/choose-price.js";
export type { Buyer } from "./price-lists/applicable-lists.js";
export type { PriceCandidates } from "./price-lists/price-candidates.js";
export { feesToPrice } from "./fees/fees-to-price.js";
export type { Quote, QuotedAmounts, QuotedLine } from "./quote/quote.js";
export type { LineToPrice } from "./quote/cart-to-price.js";
