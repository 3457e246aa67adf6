import { definitionTranslationViews } from "../../../domain/catalog/metafields/definition-translation-views.js";
import type { MetafieldDefinitionSnapshot } from "../../../domain/catalog/metafields/metafield-definition.js";
import { number, text, time, word, type Columns } from "../../shared/database/columns.js";
import { tableOf } from "../../shared/database/table-of.js";
import { translationsColumn } from "../translations/translation-rows.js";

/** How a definition is stored in `catalog_metafield_definition`. */
const METAFIELD_DEFINITION_COLUMNS: Columns<MetafieldDefinitionSnapshot> = {
  id: word("id"),
  namespace: text("namespace"),
  key: text("field_key"),
  type: word("type"),
  name: text("name"),
  description: text("description"),
  translations: translationsColumn(definitionTranslationViews),
  version: number("version"),
  createdAt: time("created_at"),
  updatedAt: time("updated_at"),
};

export const METAFIELD_DEFINITION_TABLE = tableOf(METAFIELD_DEFINITION_COLUMNS);
