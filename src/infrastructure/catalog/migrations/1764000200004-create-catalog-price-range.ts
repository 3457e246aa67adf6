import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, dropTable, index } from "../../shared/database/create-table.js";

export class CreateCatalogPriceRange1764000200004 implements MigrationInterface {
  readonly name = "CreateCatalogPriceRange1764000200004";

  up(runner: QueryRunner): Promise<void> {
    return createTable(
      runner,
      "catalog_price_range",
      (make) => [
        make.id("product_id", { isPrimary: true }),
        make.id("price_list_id", { isPrimary: true }),
        make.ascii("currency", 3, { isNullable: true }),
        make.whole("min_price", { isNullable: true }),
        make.whole("max_price", { isNullable: true }),
        make.whole("price_rank"),
        make.flag("available"),
        make.flag("on_sale"),
      ],
      [index("catalog_price_range", "price_list_id", "price_rank", "product_id")],
    );
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTable(runner, "catalog_price_range");
  }
}
