import type { MigrationInterface, QueryRunner } from "typeorm";
import { toSqlTime } from "../../shared/database/sql-value.js";

const WORK = "catalog.keep-collections:one-variant";

/**
 * Conditions on variants used to be met by several variants of a product together. Has the rules of
 * all automated collections applied to all products, in the background.
 */
export class RecheckAutomatedCollections1764004100000 implements MigrationInterface {
  readonly name = "RecheckAutomatedCollections1764004100000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      "INSERT INTO catalog_collection_due (product_id) SELECT l.product_id FROM catalog_listing l WHERE EXISTS (SELECT 1 FROM catalog_collection c WHERE c.kind = 'AUTOMATED') AND NOT EXISTS (SELECT 1 FROM catalog_collection_due d WHERE d.product_id = l.product_id)",
    );
    await runner.query(
      `INSERT INTO scheduled_work (id, kind, subject, facts, due_at) SELECT '${WORK}', 'catalog.keep-collections', '', '{}', ? FROM (SELECT 1 AS one) o WHERE EXISTS (SELECT 1 FROM catalog_collection_due) AND NOT EXISTS (SELECT 1 FROM scheduled_work w WHERE w.id = '${WORK}')`,
      [toSqlTime(new Date())],
    );
  }

  /** The background work does the same with the rules of before. */
  async down(): Promise<void> {
    await Promise.resolve();
  }
}
