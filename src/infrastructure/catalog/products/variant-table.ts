import type { ProductId } from "../../../domain/catalog/ids.js";
import type { Variant } from "../../../domain/catalog/variants/variant.js";
import { fold } from "../../../domain/shared/text.js";
import {
  flag,
  json,
  optionalJson,
  optionalNumber,
  optionalText,
  optionalWord,
  word,
  type Columns,
} from "../../shared/database/columns.js";
import type { RowValues } from "../../shared/database/sql-session.js";
import { metafieldsColumn } from "../metafields/metafields-column.js";
import { tableOf } from "../../shared/database/table-of.js";

/** How a variant is stored in `catalog_variant`. */
const VARIANT_COLUMNS: Columns<Variant> = {
  id: word("id"),
  optionValues: json("option_values"),
  sku: optionalText("sku"),
  barcode: optionalText("barcode"),
  tracked: flag("tracked"),
  soldOutPolicy: word("sold_out_policy"),
  weightMilligrams: optionalNumber("weight_milligrams"),
  weightUnit: word("weight_unit"),
  requiresShipping: flag("requires_shipping"),
  taxable: flag("taxable"),
  taxCode: optionalText("tax_code"),
  unitPriceMeasure: optionalJson("unit_price_measure"),
  countryOfOrigin: optionalText("country_of_origin"),
  mediaId: optionalWord("media_id"),
  metafields: metafieldsColumn,
};

export const VARIANT_TABLE = tableOf(VARIANT_COLUMNS);

export const toVariantRow = (productId: ProductId, variant: Variant, position: number): RowValues =>
  VARIANT_TABLE.toRow(variant, {
    product_id: productId,
    position,
    folded_sku: variant.sku === null ? null : fold(variant.sku).slice(0, 255),
  });
