import type { MigrationInterface, QueryRunner } from "typeorm";
import { addIndex, dropIndex, index } from "../../shared/database/create-table.js";

// What failed is listed page by page among hundreds of thousands that are there.
const BY_STATUS = index("catalog_media_source", "status", "id");

export class IndexMediaSourceStatus1764001000000 implements MigrationInterface {
  readonly name = "IndexMediaSourceStatus1764001000000";

  up(runner: QueryRunner): Promise<void> {
    return addIndex(runner, "catalog_media_source", BY_STATUS);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropIndex(runner, "catalog_media_source", BY_STATUS);
  }
}
