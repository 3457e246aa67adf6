import type { MigrationInterface, QueryRunner } from "typeorm";
import { addIndex, dropIndex, index } from "../../shared/database/create-table.js";

const BY_UPDATE = index("catalog_collection", "updated_at", "id");

export class IndexCatalogCollectionUpdated1763900000303 implements MigrationInterface {
  readonly name = "IndexCatalogCollectionUpdated1763900000303";

  up(runner: QueryRunner): Promise<void> {
    return addIndex(runner, "catalog_collection", BY_UPDATE);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropIndex(runner, "catalog_collection", BY_UPDATE);
  }
}
