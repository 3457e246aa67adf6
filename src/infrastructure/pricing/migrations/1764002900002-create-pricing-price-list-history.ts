import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, dropTable } from "../../shared/database/create-table.js";

export class CreatePricingPriceListHistory1764002900002 implements MigrationInterface {
  readonly name = "CreatePricingPriceListHistory1764002900002";

  up(runner: QueryRunner): Promise<void> {
    return createTable(runner, "pricing_price_list_history", (make) => [
      make.id("id", { isPrimary: true }),
      make.time("recorded_at", { isPrimary: true }),
      make.ascii("list_key", 64),
      make.ascii("currency", 3),
      make.time("valid_from", { isNullable: true }),
      make.time("valid_until", { isNullable: true }),
      make.id("market_id", { isNullable: true }),
      make.id("customer_group_id", { isNullable: true }),
      make.flag("is_ready"),
      make.flag("is_deleted"),
    ]);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTable(runner, "pricing_price_list_history");
  }
}
