import type { ProductHistoryReads, ProductRevision } from "../../application/catalog/ports.js";
import type { Page, PageRequest } from "../../application/shared/page.js";
import type { ProductId } from "../../domain/catalog/ids.js";
import type { FieldChange } from "../../domain/catalog/product-changes.js";
import { id } from "../../domain/shared/id.js";
import { countByGroup, groupBy, unionOf } from "../shared/grouped-reads.js";
import { allOf, keyset, toPage, type Condition, type KeysetOrder } from "../shared/keyset.js";
import type { ReadSource } from "../shared/read-source.js";
import { fromSqlJson, fromSqlTime, placeholders, type Row } from "../shared/sql.js";

/** Newest first. */
const ORDER: KeysetOrder = {
  name: "history",
  column: "r.id",
  kind: "number",
  idColumn: "r.product_id",
  reverse: true,
};

export const typeormProductHistoryReads = (source: ReadSource): ProductHistoryReads => ({
  ofProducts: async (ids, page) => {
    if (ids.length === 0) return new Map();
    const rows = groupBy(
      await unionOf(
        source,
        ids.map((product) => partOf(product, page)),
      ),
      "product_id",
    );
    return new Map(
      ids.map((product): readonly [ProductId, Page<ProductRevision>] => [
        product,
        toPage(rows.get(product) ?? [], ORDER, page, toRevision),
      ]),
    );
  },
  count: (ids) =>
    countByGroup(source, ids, (keys) => ({
      sql: "SELECT r.product_id AS group_id, COUNT(*) AS total FROM catalog_product_revision r",
      where: [{ sql: `r.product_id IN (${placeholders(keys)})`, values: keys }],
    })),
});

const partOf = (product: ProductId, page: PageRequest): Condition => {
  const { conditions, select, orderBy, limit } = keyset(ORDER, page);
  const { sql, values } = allOf([{ sql: "r.product_id = ?", values: [product] }, ...conditions]);
  return {
    sql: `SELECT r.product_id, r.kind, r.version, r.at, r.actor, r.changes, ${select} FROM catalog_product_revision r WHERE ${sql} ORDER BY ${orderBy} LIMIT ${limit}`,
    values,
  };
};

const toRevision = (row: Row): ProductRevision => ({
  productId: id<ProductId>(String(row["product_id"])),
  kind: row["kind"] as ProductRevision["kind"],
  version: Number(row["version"]),
  at: fromSqlTime(row["at"]),
  actor: String(row["actor"]),
  changes: fromSqlJson<readonly FieldChange[]>(row["changes"]),
});
