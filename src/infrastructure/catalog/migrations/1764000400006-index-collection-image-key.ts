import type { MigrationInterface, QueryRunner } from "typeorm";
import { addIndex, dropIndex, index } from "../../shared/database/create-table.js";

/** To find out whether a stored picture is still used. */
export class IndexCollectionImageKey1764000400006 implements MigrationInterface {
  readonly name = "IndexCollectionImageKey1764000400006";

  up(runner: QueryRunner): Promise<void> {
    return addIndex(runner, "catalog_collection", index("catalog_collection", "image_key"));
  }

  down(runner: QueryRunner): Promise<void> {
    return dropIndex(runner, "catalog_collection", index("catalog_collection", "image_key"));
  }
}
