import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, dropTable } from "../../shared/database/create-table.js";

/** Automated collections that are being evaluated over all products, and how far that has come. */
export class CreateCollectionEvaluation1764000100004 implements MigrationInterface {
  readonly name = "CreateCollectionEvaluation1764000100004";

  up(runner: QueryRunner): Promise<void> {
    return createTable(runner, "catalog_collection_evaluation", (make) => [
      make.id("collection_id", { isPrimary: true }),
      make.id("after_product_id"),
    ]);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTable(runner, "catalog_collection_evaluation");
  }
}
