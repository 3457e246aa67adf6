import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, dropTable, index } from "../../shared/database/create-table.js";

export class CreateCatalogProductRevision1763900000001 implements MigrationInterface {
  readonly name = "CreateCatalogProductRevision1763900000001";

  up(runner: QueryRunner): Promise<void> {
    return createTable(
      runner,
      "catalog_product_revision",
      (make) => [
        make.counter("id"),
        make.id("product_id"),
        make.ascii("kind", 16),
        make.whole("version"),
        make.time("at"),
        make.ascii("actor", 64),
        make.longText("changes"),
      ],
      [index("catalog_product_revision", "product_id", "id")],
    );
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTable(runner, "catalog_product_revision");
  }
}
