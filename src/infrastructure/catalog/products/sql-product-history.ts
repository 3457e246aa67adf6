import type {
  ProductHistory,
  ProductRevision,
} from "../../../application/catalog/ports/catalog-stores.js";
import { insertRows } from "../../shared/database/insert-rows.js";
import { toChunks, type RowValues, type SqlSession } from "../../shared/database/sql-session.js";
import { toSqlJson, toSqlTime } from "../../shared/database/sql-value.js";

const TABLE = "catalog_product_revision";
const REVISIONS_AT_ONCE = 50;

/** A consistent read on both databases: the product is not locked. */
const OF_PRODUCT = "SELECT id, 'UPDATED', version, ?, ?, ? FROM catalog_product WHERE id = ?";

export class SqlProductHistory implements ProductHistory {
  constructor(private readonly session: SqlSession) {}

  add(revisions: readonly ProductRevision[]): Promise<void> {
    return insertRows(this.session, TABLE, revisions.map(toRevisionRow));
  }

  async addAtSameVersion(
    revisions: readonly Omit<ProductRevision, "kind" | "version">[],
  ): Promise<void> {
    for (const chunk of toChunks(revisions, REVISIONS_AT_ONCE))
      await this.session.change(
        `INSERT INTO ${TABLE} (product_id, kind, version, at, actor, changes) ${chunk.map(() => OF_PRODUCT).join(" UNION ALL ")}`,
        chunk.flatMap(({ productId, at, actor, changes }) => [
          toSqlTime(at),
          actor,
          toSqlJson(changes),
          productId,
        ]),
      );
  }
}

const toRevisionRow = ({
  productId,
  kind,
  version,
  at,
  actor,
  changes,
}: ProductRevision): RowValues => ({
  product_id: productId,
  kind,
  version,
  at: toSqlTime(at),
  actor,
  changes: toSqlJson(changes),
});
