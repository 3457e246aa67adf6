import type { SearchField } from "../../application/search/ports/search-source.js";
import type { MetafieldChoice } from "../../domain/catalog/catalog.js";
import { toFlag } from "../shared/database/cell.js";
import { groupRows } from "../shared/database/group-rows.js";
import type { ReadSource } from "../shared/database/read-source.js";
import { placeholders } from "../shared/database/sql-session.js";
import { fromSqlJson } from "../shared/database/sql-value.js";

/** The custom fields by which products are filtered or sorted; a shop has few of them. */
export const readSearchFields = async (
  source: Pick<ReadSource, "query">,
): Promise<readonly SearchField[]> => {
  const rows = await source.query(
    "SELECT id, full_name, type, name, owners, filterable, sortable, choices FROM catalog_metafield_definition WHERE filterable = 1 OR sortable = 1 ORDER BY full_name",
    [],
  );
  if (rows.length === 0) return [];
  const ids = rows.map((row) => String(row["id"]));
  const translations = groupRows(
    await source.query(
      `SELECT owner_id, locale, title FROM catalog_translation WHERE owner_id IN (${placeholders(ids)}) AND title IS NOT NULL`,
      ids,
    ),
    "owner_id",
  );
  return rows.map((row) => ({
    name: String(row["full_name"]),
    type: row["type"] as SearchField["type"],
    ofVariants: String(row["owners"] ?? "")
      .split(",")
      .includes("VARIANT"),
    filterable: toFlag(row["filterable"]),
    sortable: toFlag(row["sortable"]),
    label: String(row["name"]),
    labels: new Map(
      (translations.get(String(row["id"])) ?? []).map(({ locale, title }) => [
        String(locale),
        String(title),
      ]),
    ),
    choices: row["choices"] == null ? [] : fromSqlJson<readonly MetafieldChoice[]>(row["choices"]),
  }));
};
