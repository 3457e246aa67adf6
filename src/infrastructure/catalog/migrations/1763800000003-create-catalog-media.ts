import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, dropTable, index } from "../../shared/database/create-table.js";

export class CreateCatalogMedia1763800000003 implements MigrationInterface {
  readonly name = "CreateCatalogMedia1763800000003";

  up(runner: QueryRunner): Promise<void> {
    return createTable(
      runner,
      "catalog_media",
      (make) => [
        make.id("id", { isPrimary: true }),
        make.id("product_id"),
        make.whole("position"),
        make.exact("url", 2048),
        make.exact("alt", 512),
      ],
      [index("catalog_media", "product_id", "position")],
    );
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTable(runner, "catalog_media");
  }
}
