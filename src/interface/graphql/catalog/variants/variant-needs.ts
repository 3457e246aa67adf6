import type { FieldsOf } from "../../../../application/catalog/ports/audience.js";
import type { PriceAndStockField } from "../../../../application/catalog/ports/prices-and-stock.js";
import type { VariantView } from "../../../../application/catalog/ports/product-view.js";
import { type FieldNeeds, neededFields } from "../../execution/needed-fields.js";
import type { Requested } from "../../execution/requested-fields.js";

/** The fields of a view of a variant that each field of `Variant` needs. */
export const VARIANT_NEEDS = {
  sku: ["sku"],
  barcode: ["barcode"],
  optionValues: ["optionValues", "productId"],
  available: ["tracked", "soldOutPolicy"],
  stock: ["tracked"],
  tracked: ["tracked"],
  soldOutPolicy: ["soldOutPolicy"],
  requiresShipping: ["requiresShipping"],
  taxable: ["taxable"],
  taxCode: ["taxCode"],
  weight: ["weightMilligrams", "weightUnit"],
  unitPriceMeasure: ["unitPriceMeasure"],
  image: ["mediaId"],
  product: ["productId"],
} as const satisfies FieldNeeds<VariantView>;

/** The fields of its price and stock that each field of `Variant` needs. */
export const PRICE_AND_STOCK_NEEDS: Readonly<Record<string, readonly PriceAndStockField[]>> = {
  price: ["price"],
  compareAtPrice: ["price", "compareAt"],
  onSale: ["price", "compareAt"],
  available: ["available", "isOffered"],
  stock: ["available"],
  cost: ["cost"],
  onHand: ["onHand"],
  stockVersion: ["stockVersion"],
};

export const variantFields = (requested: Requested): FieldsOf<VariantView> =>
  neededFields(requested, VARIANT_NEEDS);

export const priceAndStockFields = (requested: Requested): ReadonlySet<PriceAndStockField> =>
  neededFields(requested, PRICE_AND_STOCK_NEEDS);
