import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, dropTable, index } from "../../shared/database/create-table.js";

export class CreateCatalogProductTag1763800000004 implements MigrationInterface {
  readonly name = "CreateCatalogProductTag1763800000004";

  up(runner: QueryRunner): Promise<void> {
    return createTable(
      runner,
      "catalog_product_tag",
      (make) => [
        make.id("product_id", { isPrimary: true }),
        make.exact("folded_tag", 255, { isPrimary: true }),
      ],
      [index("catalog_product_tag", "folded_tag", "product_id")],
    );
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTable(runner, "catalog_product_tag");
  }
}
