import type { MigrationInterface, QueryRunner } from "typeorm";
import { addIndex, dropIndex, index } from "../../shared/database/create-table.js";

const BY_KIND = index("catalog_collection", "kind", "id");

export class IndexCollectionKind1764000100002 implements MigrationInterface {
  readonly name = "IndexCollectionKind1764000100002";

  up(runner: QueryRunner): Promise<void> {
    return addIndex(runner, "catalog_collection", BY_KIND);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropIndex(runner, "catalog_collection", BY_KIND);
  }
}
