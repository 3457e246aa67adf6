import type { MetafieldOwner } from "../../../domain/catalog/metafields/metafield-usage.js";

/** The tables that have a row for each owner of a kind and each of its custom fields. */
export const USES_TABLES: Readonly<Record<MetafieldOwner, string>> = {
  PRODUCT: "catalog_product_metafield",
  VARIANT: "catalog_variant_metafield",
  COLLECTION: "catalog_collection_metafield",
};

/** How many owners have the field of a definition `d`. */
export const USES_OF_DEFINITION = Object.values(USES_TABLES)
  .map((table) => `(SELECT COUNT(*) FROM ${table} u WHERE u.full_name = d.full_name)`)
  .join(" + ");
