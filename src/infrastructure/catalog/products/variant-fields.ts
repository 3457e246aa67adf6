import type { VariantView } from "../../../application/catalog/ports/product-view.js";
import type { ProductId } from "../../../domain/catalog/ids.js";
import { enumField, type FieldSources } from "../../shared/database/field-sources.js";
import { VARIANT_TABLE } from "./variant-table.js";

export const VARIANT_FIELDS: FieldSources<VariantView> = {
  ...VARIANT_TABLE.sources("v"),
  productId: enumField<ProductId>("v.product_id"),
};
