import type { MetafieldDefinitionId } from "../../domain/catalog/ids.js";
import { fullName, type MetafieldType } from "../../domain/catalog/metafield.js";
import type { MetafieldDefinitionSnapshot } from "../../domain/catalog/metafield-definition.js";
import type { ProductSnapshot } from "../../domain/catalog/product.js";
import type { DefinitionTranslation } from "../../domain/catalog/translations/definition-texts.js";
import { statedDefinitionTranslations } from "../../domain/catalog/translations/stated-translations.js";
import { id } from "../../domain/shared/id.js";
import { fold } from "../../domain/shared/text.js";
import { fromSqlTime, toSqlTime, type Row, type RowValues } from "../shared/sql.js";
import type { VersionedRow } from "../shared/versioned-rows.js";
import { toTranslations, toTranslationsCell } from "./translation-rows.js";

export const toDefinitionRow = (definition: MetafieldDefinitionSnapshot): VersionedRow => ({
  id: definition.id,
  namespace: definition.namespace,
  field_key: definition.key,
  full_name: fullName(definition),
  type: definition.type,
  name: definition.name,
  description: definition.description,
  folded_words: fold(`${fullName(definition)} ${definition.name}`).slice(0, 512),
  translations: toTranslationsCell(statedDefinitionTranslations(definition)),
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
