import type { MetafieldDefinitionId } from "../../../domain/catalog/ids.js";
import { definitionTranslationViews } from "../../../domain/catalog/metafields/definition-translation-views.js";
import type { DefinitionTranslation } from "../../../domain/catalog/metafields/definition-translation.js";
import type { MetafieldDefinitionSnapshot } from "../../../domain/catalog/metafields/metafield-definition.js";
import { fullName, type MetafieldType } from "../../../domain/catalog/metafields/metafield.js";
import type { ProductSnapshot } from "../../../domain/catalog/products/product-content.js";
import { id } from "../../../domain/shared/id.js";
import { fold } from "../../../domain/shared/text.js";
import type { Row, RowValues } from "../../shared/database/sql-session.js";
import { fromSqlTime, toSqlTime } from "../../shared/database/sql-value.js";
import type { VersionedRow } from "../../shared/database/versioned-row.js";
import { toTranslations, toTranslationsCell } from "../translations/translation-rows.js";

export const toDefinitionRow = (definition: MetafieldDefinitionSnapshot): VersionedRow => ({
  id: definition.id,
  namespace: definition.namespace,
  field_key: definition.key,
  full_name: fullName(definition),
  type: definition.type,
  name: definition.name,
  description: definition.description,
  folded_words: fold(`${fullName(definition)} ${definition.name}`).slice(0, 512),
  translations: toTranslationsCell(definitionTranslationViews(definition)),
  version: definition.version,
  created_at: toSqlTime(definition.createdAt),
  updated_at: toSqlTime(definition.updatedAt),
});

export const toDefinition = (row: Row): MetafieldDefinitionSnapshot => ({
  id: id<MetafieldDefinitionId>(String(row["id"])),
  namespace: String(row["namespace"]),
  key: String(row["field_key"]),
  type: row["type"] as MetafieldType,
  name: String(row["name"]),
  description: String(row["description"]),
  translations: toTranslations<DefinitionTranslation>(row["translations"]),
  version: Number(row["version"]),
  createdAt: fromSqlTime(row["created_at"]),
  updatedAt: fromSqlTime(row["updated_at"]),
});

/** Which custom fields a product carries: what definitions are counted by. */
export const toMetafieldRows = ({
  id: product_id,
  metafields,
}: Pick<ProductSnapshot, "id" | "metafields">): readonly RowValues[] =>
  metafields.map((field) => ({ product_id, full_name: fullName(field) }));
