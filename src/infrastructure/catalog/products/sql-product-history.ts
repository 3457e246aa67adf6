import type {
  ProductHistory,
  ProductRevision,
} from "../../../application/catalog/ports/catalog-stores.js";
import { insertRows } from "../../shared/database/insert-rows.js";
import type { RowValues, SqlSession } from "../../shared/database/sql-session.js";
import { toSqlJson, toSqlTime } from "../../shared/database/sql-value.js";

export class SqlProductHistory implements ProductHistory {
  constructor(private readonly session: SqlSession) {}

  add(revisions: readonly ProductRevision[]): Promise<void> {
    return insertRows(this.session, "catalog_product_revision", revisions.map(toRevisionRow));
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
