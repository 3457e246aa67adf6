import type { MigrationInterface, QueryRunner } from "typeorm";
import { addIndex, dropIndex, index } from "../../shared/database/create-table.js";

const BY_PLACE = index("catalog_collection", "parent_id", "position", "id");

export class IndexCollectionParent1764000100001 implements MigrationInterface {
  readonly name = "IndexCollectionParent1764000100001";

  up(runner: QueryRunner): Promise<void> {
    return addIndex(runner, "catalog_collection", BY_PLACE);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropIndex(runner, "catalog_collection", BY_PLACE);
  }
}
