import type { MigrationInterface, QueryRunner } from "typeorm";

const FILLED: Readonly<Record<string, string>> = {
  pricing_variant_price: "'', 1",
  pricing_list_price: "price_list_id, min_quantity",
};

/**
 * Since when a price applies that was set before there was a history is not known: it counts as if
 * it had always applied.
 */
export class FillPricingPriceHistory1764002900001 implements MigrationInterface {
  readonly name = "FillPricingPriceHistory1764002900001";

  async up(runner: QueryRunner): Promise<void> {
    const insert =
      runner.connection.options.type === "mysql" ? "INSERT IGNORE" : "INSERT OR IGNORE";
    for (const [table, key] of Object.entries(FILLED))
      await runner.query(
        `${insert} INTO pricing_price_history (variant_id, price_list_id, min_quantity, valid_from, currency, price, compare_at) SELECT variant_id, ${key}, '1970-01-01 00:00:00.000', currency, price, compare_at FROM ${table}`,
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM pricing_price_history");
  }
}
