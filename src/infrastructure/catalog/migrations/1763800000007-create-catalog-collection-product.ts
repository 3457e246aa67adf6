import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, dropTable, index } from "../../shared/database/create-table.js";

export class CreateCatalogCollectionProduct1763800000007 implements MigrationInterface {
  readonly name = "CreateCatalogCollectionProduct1763800000007";

  up(runner: QueryRunner): Promise<void> {
    return createTable(
      runner,
      "catalog_collection_product",
      (make) => [
        make.id("collection_id", { isPrimary: true }),
        make.id("product_id", { isPrimary: true }),
        make.whole("position"),
      ],
      [
        index("catalog_collection_product", "collection_id", "position", "product_id"),
        index("catalog_collection_product", "product_id"),
      ],
    );
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTable(runner, "catalog_collection_product");
  }
}
