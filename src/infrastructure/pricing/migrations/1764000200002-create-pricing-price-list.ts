import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, dropTable, unique } from "../../shared/database/create-table.js";

export class CreatePricingPriceList1764000200002 implements MigrationInterface {
  readonly name = "CreatePricingPriceList1764000200002";

  up(runner: QueryRunner): Promise<void> {
    return createTable(
      runner,
      "pricing_price_list",
      (make) => [
        make.id("id", { isPrimary: true }),
        make.ascii("list_key", 64),
        make.exact("name", 255),
        make.ascii("currency", 3),
        make.flag("is_ready"),
        make.whole("version"),
        make.time("created_at"),
        make.time("updated_at"),
      ],
      [unique("pricing_price_list", "list_key")],
    );
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTable(runner, "pricing_price_list");
  }
}
