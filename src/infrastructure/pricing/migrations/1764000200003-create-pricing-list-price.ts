import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, dropTable, index } from "../../shared/database/create-table.js";

export class CreatePricingListPrice1764000200003 implements MigrationInterface {
  readonly name = "CreatePricingListPrice1764000200003";

  up(runner: QueryRunner): Promise<void> {
    return createTable(
      runner,
      "pricing_list_price",
      (make) => [
        make.id("variant_id", { isPrimary: true }),
        make.id("price_list_id", { isPrimary: true }),
        make.ascii("currency", 3),
        make.whole("price"),
        make.whole("compare_at", { isNullable: true }),
      ],
      [index("pricing_list_price", "price_list_id", "variant_id")],
    );
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTable(runner, "pricing_list_price");
  }
}
