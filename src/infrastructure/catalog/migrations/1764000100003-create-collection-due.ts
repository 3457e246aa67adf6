import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, dropTable } from "../../shared/database/create-table.js";

/** Products that have changed since the automated collections were looked at. */
export class CreateCollectionDue1764000100003 implements MigrationInterface {
  readonly name = "CreateCollectionDue1764000100003";

  up(runner: QueryRunner): Promise<void> {
    return createTable(runner, "catalog_collection_due", (make) => [
      make.id("product_id", { isPrimary: true }),
    ]);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTable(runner, "catalog_collection_due");
  }
}
