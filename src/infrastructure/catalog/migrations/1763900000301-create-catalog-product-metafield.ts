import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, dropTable, index } from "../../shared/database/create-table.js";

/** Which product carries which custom field: values stay with the product, this counts them. */
export class CreateCatalogProductMetafield1763900000301 implements MigrationInterface {
  readonly name = "CreateCatalogProductMetafield1763900000301";

  up(runner: QueryRunner): Promise<void> {
    return createTable(
      runner,
      "catalog_product_metafield",
      (make) => [
        make.id("product_id", { isPrimary: true }),
        make.ascii("full_name", 129, { isPrimary: true }),
      ],
      [index("catalog_product_metafield", "full_name", "product_id")],
    );
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTable(runner, "catalog_product_metafield");
  }
}
