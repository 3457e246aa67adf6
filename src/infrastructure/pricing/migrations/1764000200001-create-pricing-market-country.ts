import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, dropTable, index } from "../../shared/database/create-table.js";

export class CreatePricingMarketCountry1764000200001 implements MigrationInterface {
  readonly name = "CreatePricingMarketCountry1764000200001";

  up(runner: QueryRunner): Promise<void> {
    return createTable(
      runner,
      "pricing_market_country",
      (make) => [make.ascii("country", 2, { isPrimary: true }), make.id("market_id")],
      [index("pricing_market_country", "market_id")],
    );
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTable(runner, "pricing_market_country");
  }
}
