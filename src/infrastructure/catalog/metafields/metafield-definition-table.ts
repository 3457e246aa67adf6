import { definitionTranslationViews } from "../../../domain/catalog/metafields/definition-translation-views.js";
import type { MetafieldDefinitionSnapshot } from "../../../domain/catalog/metafields/metafield-definition.js";
import type { MetafieldChoice } from "../../../domain/catalog/metafields/metafield-choice.js";
import {
  DEFAULT_USAGE,
  type MetafieldOwner,
} from "../../../domain/catalog/metafields/metafield-usage.js";
import {
  flag,
  number,
  text,
  time,
  word,
  type Column,
  type Columns,
} from "../../shared/database/columns.js";
import { fromSqlJson, toSqlJson } from "../../shared/database/sql-value.js";
import { tableOf } from "../../shared/database/table-of.js";
import { translationsColumn } from "../translations/translation-rows.js";

/** Null for definitions from before there were other owners. */
const ownersColumn: Column<readonly MetafieldOwner[]> = {
  cells: { owners: (owners) => owners.join(",") },
  read: ({ owners }) =>
    owners == null ? DEFAULT_USAGE.owners : (String(owners).split(",") as MetafieldOwner[]),
};
const choicesColumn: Column<readonly MetafieldChoice[]> = {
  cells: { choices: (choices) => (choices.length === 0 ? null : toSqlJson(choices)) },
  read: ({ choices }) => (choices == null ? [] : fromSqlJson<readonly MetafieldChoice[]>(choices)),
};

/** How a definition is stored in `catalog_metafield_definition`. */
const METAFIELD_DEFINITION_COLUMNS: Columns<MetafieldDefinitionSnapshot> = {
  id: word("id"),
  namespace: text("namespace"),
  key: text("field_key"),
  type: word("type"),
  name: text("name"),
  description: text("description"),
  owners: ownersColumn,
  filterable: flag("filterable"),
  sortable: flag("sortable"),
  choices: choicesColumn,
  translations: translationsColumn(definitionTranslationViews),
  version: number("version"),
  createdAt: time("created_at"),
  updatedAt: time("updated_at"),
};

export const METAFIELD_DEFINITION_TABLE = tableOf(METAFIELD_DEFINITION_COLUMNS);
