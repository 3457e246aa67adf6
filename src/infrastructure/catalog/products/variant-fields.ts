import type { VariantView } from "../../../application/catalog/ports/product-view.js";
import type { MediaId, ProductId } from "../../../domain/catalog/ids.js";
import type { SoldOutPolicy, WeightUnit } from "../../../domain/catalog/variants/variant.js";
import { id } from "../../../domain/shared/id.js";
import { toNumber } from "../../shared/database/cell.js";
import {
  enumField,
  flagField,
  jsonField,
  optionalTextField,
  type FieldSources,
} from "../../shared/database/field-sources.js";
import { toUnitPriceMeasure } from "./product-rows.js";

export const VARIANT_FIELDS: FieldSources<VariantView> = {
  productId: enumField<ProductId>("v.product_id"),
  optionValues: jsonField("v.option_values"),
  sku: optionalTextField("v.sku"),
  barcode: optionalTextField("v.barcode"),
  tracked: flagField("v.tracked"),
  soldOutPolicy: enumField<SoldOutPolicy>("v.sold_out_policy"),
  weightMilligrams: {
    columns: ["v.weight_milligrams"],
    read: (row) => toNumber(row["weight_milligrams"]),
  },
  weightUnit: enumField<WeightUnit>("v.weight_unit"),
  requiresShipping: flagField("v.requires_shipping"),
  taxable: flagField("v.taxable"),
  taxCode: optionalTextField("v.tax_code"),
  unitPriceMeasure: {
    columns: ["v.unit_price_measure"],
    read: (row) => toUnitPriceMeasure(row["unit_price_measure"]),
  },
  mediaId: {
    columns: ["v.media_id"],
    read: (row) => (row["media_id"] == null ? null : id<MediaId>(String(row["media_id"]))),
  },
};
