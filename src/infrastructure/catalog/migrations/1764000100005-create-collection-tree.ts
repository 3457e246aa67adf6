import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, dropTable } from "../../shared/database/create-table.js";

/** One row, which every change of the tree of collections locks. */
export class CreateCollectionTree1764000100005 implements MigrationInterface {
  readonly name = "CreateCollectionTree1764000100005";

  up(runner: QueryRunner): Promise<void> {
    return createTable(runner, "catalog_collection_tree", (make) => [
      make.whole("id", { isPrimary: true }),
    ]);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTable(runner, "catalog_collection_tree");
  }
}
