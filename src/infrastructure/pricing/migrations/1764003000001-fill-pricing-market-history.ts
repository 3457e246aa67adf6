import type { MigrationInterface, QueryRunner } from "typeorm";
import { toSqlTime } from "../../shared/database/sql-value.js";

const TERMS =
  "currency, countries, prices_include_tax, price_list_id, tax_rounding_per, tax_rounding_mode, domestic_country, domestic_region, payable_roundings";

/**
 * The terms of markets are known from this moment on. A quote for an earlier moment is refused:
 * neither the terms nor the prices of then are known.
 */
export class FillPricingMarketHistory1764003000001 implements MigrationInterface {
  readonly name = "FillPricingMarketHistory1764003000001";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `INSERT INTO pricing_market_history (id, recorded_at, ${TERMS}) SELECT m.id, ?, ${TERMS} FROM pricing_market m WHERE NOT EXISTS (SELECT 1 FROM pricing_market_history h WHERE h.id = m.id)`,
      [toSqlTime(new Date())],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM pricing_market_history");
  }
}
