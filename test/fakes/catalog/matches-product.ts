import type {
  Period,
  ProductFilter,
  PublicationState,
} from "../../../src/application/catalog/ports/product-list.js";
import type { ProductSnapshot } from "../../../src/domain/catalog/products/product-content.js";
import { productTranslationViews } from "../../../src/domain/catalog/products/product-translation-views.js";
import { translationLayers } from "../../../src/domain/catalog/translations/translation-layers.js";
import { fold } from "../../../src/domain/shared/text.js";
import type { StoredListing } from "./in-memory-products.js";
import type { Row } from "./product-row.js";

export const matchesProduct = (filter: ProductFilter, { product, listing }: Row): boolean => {
  const { tags, vendors, types, minPrice, maxPrice, available, onSale, statuses, text } = filter;
  const oneOf = (requested: readonly string[] | undefined, having: readonly string[]) =>
    !requested || requested.some((value) => having.includes(fold(value)));
  const words = text === undefined ? "" : fold(text);
  const prices = listing.priceRange;
  return (
    oneOf(tags, product.tags.map(fold)) &&
    oneOf(vendors, [listing.foldedVendor]) &&
    oneOf(types, [listing.foldedType]) &&
    (!minPrice ||
      (prices !== null &&
        prices.max.currency === minPrice.currency &&
        prices.max.minorUnits >= minPrice.minorUnits)) &&
    (!maxPrice ||
      (prices !== null &&
        prices.min.currency === maxPrice.currency &&
        prices.min.minorUnits <= maxPrice.minorUnits)) &&
    (available === undefined || listing.available === available) &&
    (onSale === undefined || listing.onSale === onSale) &&
    (!statuses || statuses.includes(product.status)) &&
    matchesAdminFilter(filter, product, listing) &&
    (words === "" ||
      listing.foldedTitle.includes(words) ||
      product.variants.some(({ sku }) => sku !== null && fold(sku).startsWith(words)))
  );
};

const matchesAdminFilter = (
  { created, updated, publication, priced, pictured, sku, barcode, untranslatedIn }: ProductFilter,
  product: ProductSnapshot,
  listing: StoredListing,
): boolean =>
  isWithin(product.createdAt, created) &&
  isWithin(product.updatedAt, updated) &&
  (!publication || stateOf(product.publication, publication.at) === publication.state) &&
  (priced === undefined || (listing.priceRange !== null) === priced) &&
  (pictured === undefined || product.media.length > 0 === pictured) &&
  (sku === undefined || product.variants.some((variant) => variant.sku === sku)) &&
  (barcode === undefined || product.variants.some((variant) => variant.barcode === barcode)) &&
  (untranslatedIn === undefined ||
    !translationLayers(productTranslationViews(product), untranslatedIn).some(
      ({ missing }) => missing.length === 0,
    ));

const isWithin = (time: Date, { from, until }: Period = {}): boolean =>
  (!from || time >= from) && (!until || time < until);

const stateOf = (window: ProductSnapshot["publication"], at: Date): PublicationState => {
  if (!window) return "NONE";
  if (window.from > at) return "SCHEDULED";
  return window.until && window.until <= at ? "ENDED" : "CURRENT";
};
