import type {
  Period,
  ProductFilter,
  PublicationState,
} from "../../../src/application/catalog/ports/product-list.js";
import type { ProductSnapshot } from "../../../src/domain/catalog/products/product-content.js";
import { productTranslationViews } from "../../../src/domain/catalog/products/product-translation-views.js";
import { translationLayers } from "../../../src/domain/catalog/translations/translation-layers.js";
import { fold } from "../../../src/domain/shared/text.js";
import { hasMatchingVariant } from "./matching-variants.js";
import type { Row } from "./product-row.js";

export const matchesProduct = (filter: ProductFilter, row: Row): boolean => {
  const { product, listing } = row;
  const { tags, vendors, types, statuses, text } = filter;
  const oneOf = (requested: readonly string[] | undefined, having: readonly string[]) =>
    !requested || requested.some((value) => having.includes(fold(value)));
  const words = text === undefined ? "" : fold(text);
  return (
    oneOf(tags, product.tags.map(fold)) &&
    oneOf(vendors, [listing.foldedVendor]) &&
    oneOf(types, [listing.foldedType]) &&
    (!statuses || statuses.includes(product.status)) &&
    matchesAdminFilter(filter, product) &&
    hasMatchingVariant(filter, row) &&
    (words === "" ||
      listing.foldedTitle.includes(words) ||
      product.variants.some(({ sku }) => sku !== null && fold(sku).startsWith(words)))
  );
};

const matchesAdminFilter = (
  { created, updated, publication, pictured, untranslatedIn }: ProductFilter,
  product: ProductSnapshot,
): boolean =>
  isWithin(product.createdAt, created) &&
  isWithin(product.updatedAt, updated) &&
  (!publication || stateOf(product.publication, publication.at) === publication.state) &&
  (pictured === undefined || product.media.length > 0 === pictured) &&
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
