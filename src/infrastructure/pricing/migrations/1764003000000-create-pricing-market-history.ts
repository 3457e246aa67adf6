import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, dropTable } from "../../shared/database/create-table.js";

export class CreatePricingMarketHistory1764003000000 implements MigrationInterface {
  readonly name = "CreatePricingMarketHistory1764003000000";

  up(runner: QueryRunner): Promise<void> {
    return createTable(runner, "pricing_market_history", (make) => [
      make.id("id", { isPrimary: true }),
      make.time("recorded_at", { isPrimary: true }),
      make.ascii("currency", 3),
      make.longText("countries"),
      make.flag("prices_include_tax"),
      make.id("price_list_id", { isNullable: true }),
      make.ascii("tax_rounding_per", 8),
      make.ascii("tax_rounding_mode", 16),
      make.ascii("domestic_country", 2, { isNullable: true }),
      make.ascii("domestic_region", 3, { isNullable: true }),
      make.longText("payable_roundings", { isNullable: true }),
    ]);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTable(runner, "pricing_market_history");
  }
}
