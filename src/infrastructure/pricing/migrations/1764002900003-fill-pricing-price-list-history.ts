import type { MigrationInterface, QueryRunner } from "typeorm";

const TERMS = "list_key, currency, valid_from, valid_until, market_id, customer_group_id, is_ready";

/** As with prices, the terms of lists count as if they had always applied. */
export class FillPricingPriceListHistory1764002900003 implements MigrationInterface {
  readonly name = "FillPricingPriceListHistory1764002900003";

  async up(runner: QueryRunner): Promise<void> {
    const insert =
      runner.connection.options.type === "mysql" ? "INSERT IGNORE" : "INSERT OR IGNORE";
    await runner.query(
      `${insert} INTO pricing_price_list_history (id, recorded_at, ${TERMS}, is_deleted) SELECT id, '1970-01-01 00:00:00.000', ${TERMS}, 0 FROM pricing_price_list`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM pricing_price_list_history");
  }
}
