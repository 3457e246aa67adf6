import type { FieldsOf } from "../../../../application/catalog/ports/audience.js";
import type { ProductView } from "../../../../application/catalog/ports/product-view.js";
import { PRODUCT_PROPERTIES } from "../../../../domain/catalog/products/product-content.js";
import { keysOf } from "../../../../domain/shared/keys-of.js";
import { type FieldNeeds, neededFields, sameNames } from "../../execution/needed-fields.js";
import type { Requested } from "../../execution/requested-fields.js";
import { requestedNodes } from "../../paging/requested-nodes.js";

/** The fields of a view of a product that each field of `Product` needs. */
export const PRODUCT_NEEDS = {
  ...sameNames(keysOf(PRODUCT_PROPERTIES)),
  slug: ["slug"],
  description: ["descriptionHtml"],
  options: ["options"],
  featuredImage: ["firstImage"],
  priceRange: ["priceRange"],
  taxedPriceRange: ["priceRange"],
  available: ["available"],
  onSale: ["onSale"],
  compareAtPriceRange: ["compareAtRange"],
  seo: ["seo"],
  metafields: ["metafields"],
  metafield: ["metafields"],
  publishedAt: ["publication"],
  publication: ["publication"],
  status: ["status"],
  version: ["version"],
  createdAt: ["createdAt"],
  updatedAt: ["updatedAt"],
  variant: ["optionAvailability"],
  selectedOrFirstAvailableVariant: ["optionAvailability"],
  availableOptionValues: ["optionAvailability"],
  translations: ["translations"],
} as const satisfies FieldNeeds<ProductView>;

export const productFields = (requested: Requested): FieldsOf<ProductView> => {
  const fields = new Set(neededFields(requested, PRODUCT_NEEDS));
  // The names of options belong to the product: read with it, its variants need no look-up.
  if (requestedNodes(requested.get("variants")).has("optionValues")) fields.add("options");
  return fields;
};

/** @param connection what is requested of a list of products */
export const withMatchingVariant = (
  fields: FieldsOf<ProductView>,
  connection: Requested,
): FieldsOf<ProductView> =>
  connection.get("edges")?.has("matchingVariant")
    ? new Set([...fields, "matchingVariant" as const])
    : fields;
