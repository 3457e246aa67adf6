import type { ReferenceTargets } from "../../../application/catalog/ports/catalog-stores.js";
import { placeholders, toChunks, type SqlSession } from "../../shared/database/sql-session.js";

const TABLES = {
  product: ["catalog_product", "slug"],
  variant: ["catalog_variant", "sku"],
  collection: ["catalog_collection", "slug"],
} as const;

export const sqlReferenceTargets = (session: SqlSession): ReferenceTargets => ({
  find: async (kind, names) => {
    const [table, name] = TABLES[kind];
    const found = new Map<string, string>();
    const ids = names.filter((one) => one.startsWith(`${kind}_`));
    for (const [column, keys] of [
      ["id", ids],
      [name, names],
    ] as const)
      for (const chunk of toChunks([...new Set(keys)].toSorted())) {
        const rows = await session.query(
          `SELECT id, ${column} AS name FROM ${table} WHERE ${column} IN (${placeholders(chunk)})`,
          chunk,
        );
        for (const row of rows) found.set(String(row["name"]), String(row["id"]));
      }
    return found;
  },
});
