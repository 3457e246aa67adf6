import type { MigrationInterface, QueryRunner } from "typeorm";
import { addIndex, dropIndex, index } from "../../shared/database/create-table.js";

/** To find out whether a stored picture is still used. */
export class IndexMediaUrlKey1764000400005 implements MigrationInterface {
  readonly name = "IndexMediaUrlKey1764000400005";

  up(runner: QueryRunner): Promise<void> {
    return addIndex(runner, "catalog_media", index("catalog_media", "url_key"));
  }

  down(runner: QueryRunner): Promise<void> {
    return dropIndex(runner, "catalog_media", index("catalog_media", "url_key"));
  }
}
