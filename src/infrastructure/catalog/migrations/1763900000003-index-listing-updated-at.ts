import type { MigrationInterface, QueryRunner } from "typeorm";
import { addIndex, dropIndex, index } from "../../shared/database/create-table.js";

const BY_UPDATE = index("catalog_listing", "updated_at", "product_id");

export class IndexListingUpdatedAt1763900000003 implements MigrationInterface {
  readonly name = "IndexListingUpdatedAt1763900000003";

  up(runner: QueryRunner): Promise<void> {
    return addIndex(runner, "catalog_listing", BY_UPDATE);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropIndex(runner, "catalog_listing", BY_UPDATE);
  }
}
