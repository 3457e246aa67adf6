import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, dropTable, index } from "../../shared/database/create-table.js";

/** Which variant carries which custom field: values stay with the variant, this counts them. */
export class CreateVariantMetafield1764002000201 implements MigrationInterface {
  readonly name = "CreateVariantMetafield1764002000201";

  up(runner: QueryRunner): Promise<void> {
    return createTable(
      runner,
      "catalog_variant_metafield",
      (make) => [
        make.id("variant_id", { isPrimary: true }),
        make.ascii("full_name", 129, { isPrimary: true }),
        make.id("product_id"),
      ],
      [
        index("catalog_variant_metafield", "full_name"),
        index("catalog_variant_metafield", "product_id"),
      ],
    );
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTable(runner, "catalog_variant_metafield");
  }
}
