import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, dropTable } from "./columns.js";

/** One row, which is locked by whoever changes the tree of collections. */
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
