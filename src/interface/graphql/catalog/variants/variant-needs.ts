import type { FieldsOf } from "../../../../application/catalog/ports/audience.js";
import type { PriceAndStockField } from "../../../../application/catalog/ports/prices-and-stock.js";
import type { VariantView } from "../../../../application/catalog/ports/product-view.js";
import { VARIANT_PROPERTIES } from "../../../../domain/catalog/variants/variant.js";
import { keysOf } from "../../../../domain/shared/keys-of.js";
import { type FieldNeeds, neededFields, sameNames } from "../../execution/needed-fields.js";
import type { Requested } from "../../execution/requested-fields.js";

/** The fields of a view of a variant that each field of `Variant` needs. */
export const VARIANT_NEEDS = {
  ...sameNames(keysOf(VARIANT_PROPERTIES)),
  optionValues: ["optionValues", "productId"],
  available: ["tracked", "soldOutPolicy"],
  stock: ["tracked"],
  weight: ["weightMilligrams", "weightUnit"],
  image: ["mediaId"],
  metafields: ["metafields"],
  metafield: ["metafields"],
  taxedPrice: ["taxable", "taxCode"],
  taxedCompareAtPrice: ["taxable", "taxCode"],
  unitPrice: ["unitPriceMeasure"],
  product: ["productId"],
} as const satisfies FieldNeeds<VariantView>;

/** The fields of its price and stock that each field of `Variant` needs. */
export const PRICE_AND_STOCK_NEEDS: Readonly<Record<string, readonly PriceAndStockField[]>> = {
  price: ["price"],
  compareAtPrice: ["price", "compareAt"],
  unitPrice: ["price"],
  taxedPrice: ["price"],
  taxedCompareAtPrice: ["price", "compareAt"],
  onSale: ["price", "compareAt"],
  lowestPrice30Days: ["price", "compareAt"],
  available: ["available", "isOffered"],
  stock: ["available"],
  cost: ["cost"],
  priceVersion: ["priceVersion"],
  onHand: ["onHand"],
  stockVersion: ["stockVersion"],
};

export const variantFields = (requested: Requested): FieldsOf<VariantView> =>
  neededFields(requested, VARIANT_NEEDS);

export const priceAndStockFields = (requested: Requested): ReadonlySet<PriceAndStockField> =>
  neededFields(requested, PRICE_AND_STOCK_NEEDS);
