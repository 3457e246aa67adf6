import type { ProductHistoryReads } from "../../../application/catalog/ports/product-history-reads.js";
import type { ProductRevision } from "../../../application/catalog/ports/catalog-stores.js";
import type { ProductId } from "../../../domain/catalog/ids.js";
import type { FieldChange } from "../../../domain/catalog/products/field-change.js";
import { id } from "../../../domain/shared/id.js";
import { countByGroup } from "../../shared/database/group-rows.js";
import type { KeysetOrder } from "../../shared/database/keyset.js";
import { readPages } from "../../shared/database/read-page.js";
import type { ReadSource } from "../../shared/database/read-source.js";
import { placeholders, type Row } from "../../shared/database/sql-session.js";
import { fromSqlJson, fromSqlTime } from "../../shared/database/sql-value.js";

const NEWEST_FIRST: KeysetOrder = {
  name: "history",
  column: "r.id",
  kind: "number",
  idColumn: "r.product_id",
  reverse: true,
};

export const sqlProductHistoryReads = (source: ReadSource): ProductHistoryReads => ({
  ofProducts: (ids, page) =>
    readPages(source, ids, page, (product) => ({
      columns: [
        "r.product_id AS group_id",
        ...["product_id", "kind", "version", "at", "actor", "changes"].map((name) => `r.${name}`),
      ],
      from: "catalog_product_revision r",
      where: [{ sql: "r.product_id = ?", values: [product] }],
      order: NEWEST_FIRST,
      read: toRevision,
    })),

  count: (ids) =>
    countByGroup(source, ids, (keys) => ({
      sql: "SELECT r.product_id AS group_id, COUNT(*) AS total FROM catalog_product_revision r",
      where: [{ sql: `r.product_id IN (${placeholders(keys)})`, values: keys }],
    })),
});

const toRevision = (row: Row): ProductRevision => ({
  productId: id<ProductId>(String(row["product_id"])),
  kind: row["kind"] as ProductRevision["kind"],
  version: Number(row["version"]),
  at: fromSqlTime(row["at"]),
  actor: String(row["actor"]),
  changes: fromSqlJson<readonly FieldChange[]>(row["changes"]),
});
