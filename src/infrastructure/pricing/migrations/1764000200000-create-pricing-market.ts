import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, dropTable, index, unique } from "../../shared/database/create-table.js";

export class CreatePricingMarket1764000200000 implements MigrationInterface {
  readonly name = "CreatePricingMarket1764000200000";

  up(runner: QueryRunner): Promise<void> {
    return createTable(
      runner,
      "pricing_market",
      (make) => [
        make.id("id", { isPrimary: true }),
        make.ascii("market_key", 64),
        make.exact("name", 255),
        make.longText("countries"),
        make.ascii("currency", 3),
        make.longText("locales"),
        make.flag("prices_include_tax"),
        make.id("price_list_id", { isNullable: true }),
        // Unique and null for all other markets, so there is one default market.
        make.ascii("default_mark", 8, { isNullable: true }),
        make.whole("version"),
        make.time("created_at"),
        make.time("updated_at"),
      ],
      [
        unique("pricing_market", "market_key"),
        unique("pricing_market", "default_mark"),
        index("pricing_market", "price_list_id"),
      ],
    );
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTable(runner, "pricing_market");
  }
}
