// What other contexts may import from the listing.
export { hasUnits, isSellable, type SaleTerms, type SellingPolicy } from "./is-sellable.js";
export {
  canBeBought,
  isOnSale,
  listingAnswers,
  type ListedVariant,
  type ListingAnswers,
  type MoneyRange,
  type VariantPriceAndStock,
} from "./listing-answers.js";
export {
  priceListListing,
  type ListedProduct,
  type PriceListListing,
} from "./price-list-listing.js";
