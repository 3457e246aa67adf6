import type { MetafieldDefinitionSnapshot } from "../../../domain/catalog/metafields/metafield-definition.js";
import { fullName } from "../../../domain/catalog/metafields/metafield.js";
import type { CollectionSnapshot } from "../../../domain/catalog/collections/collection-content.js";
import type { ProductSnapshot } from "../../../domain/catalog/products/product-content.js";
import type { Variant } from "../../../domain/catalog/variants/variant.js";
import { fold } from "../../../domain/shared/text.js";
import type { RowValues } from "../../shared/database/sql-session.js";
import { versioned, type VersionedRow } from "../../shared/database/versioned-row.js";
import { METAFIELD_DEFINITION_TABLE } from "./metafield-definition-table.js";

export const toDefinitionRow = (definition: MetafieldDefinitionSnapshot): VersionedRow =>
  versioned(definition, {
    ...METAFIELD_DEFINITION_TABLE.toRow(definition),
    full_name: fullName(definition),
    folded_words: fold(`${fullName(definition)} ${definition.name}`).slice(0, 512),
  });

/** Which custom fields a variant carries. */
export const toVariantMetafieldRows = (
  product_id: ProductSnapshot["id"],
  { id: variant_id, metafields }: Pick<Variant, "id" | "metafields">,
): readonly RowValues[] =>
  metafields.map((field) => ({ variant_id, full_name: fullName(field), product_id }));

/** Which custom fields a collection carries. */
export const toCollectionMetafieldRows = ({
  id: collection_id,
  metafields,
}: Pick<CollectionSnapshot, "id" | "metafields">): readonly RowValues[] =>
  metafields.map((field) => ({ collection_id, full_name: fullName(field) }));

/** Which custom fields a product carries: what definitions are counted by. */
export const toMetafieldRows = ({
  id: product_id,
  metafields,
}: Pick<ProductSnapshot, "id" | "metafields">): readonly RowValues[] =>
  metafields.map((field) => ({ product_id, full_name: fullName(field) }));
