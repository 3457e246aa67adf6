import type { Metafield } from "../../../domain/catalog/metafields/metafield.js";
import type { Column } from "../../shared/database/columns.js";
import { fromSqlJson, toSqlJson } from "../../shared/database/sql-value.js";

/** The metafields of what seldom has any: null for none. */
export const metafieldsColumn: Column<readonly Metafield[]> = {
  cells: { metafields: (fields) => (fields.length === 0 ? null : toSqlJson(fields)) },
  read: ({ metafields }) =>
    metafields == null ? [] : fromSqlJson<readonly Metafield[]>(metafields),
};
