import type { ProductHistory, ProductRevision } from "../../application/catalog/ports.js";
import {
  insertRows,
  toSqlJson,
  toSqlTime,
  type RowValues,
  type SqlSession,
} from "../shared/sql.js";

export class TypeormProductHistory implements ProductHistory {
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
