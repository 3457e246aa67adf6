import type { MigrationInterface, QueryRunner } from "typeorm";
import { toSqlTime } from "../../shared/database/sql-value.js";

const VARIANTS_PER_PORTION = 1_000;

const WITHOUT_MOVEMENT =
  "NOT EXISTS (SELECT m.id FROM inventory_stock_movement m WHERE m.variant_id = s.variant_id AND m.location_id = s.location_id)";

/**
 * The stock of today becomes the first movement of each stock item, from which its figures follow.
 * Interrupted, it goes on with the stock items that have none.
 */
export class OpenStockLedger1764003500002 implements MigrationInterface {
  readonly name = "OpenStockLedger1764003500002";

  async up(runner: QueryRunner): Promise<void> {
    const now = toSqlTime(new Date());
    for (let after = ""; ;) {
      const variants = (await runner.query(
        `SELECT DISTINCT variant_id FROM inventory_stock_item WHERE variant_id > ? ORDER BY variant_id LIMIT ${VARIANTS_PER_PORTION}`,
        [after],
      )) as readonly { readonly variant_id: string }[];
      const last = variants.at(-1)?.variant_id;
      if (last === undefined) return;
      await runner.query(
        `INSERT INTO inventory_stock_movement (variant_id, location_id, kind, on_hand_by, reserved_by, claimed_by, moved_at) SELECT s.variant_id, s.location_id, 'OPENING', s.on_hand, s.reserved, s.claimed, ? FROM inventory_stock_item s WHERE s.variant_id > ? AND s.variant_id <= ? AND ${WITHOUT_MOVEMENT}`,
        [now, after, last],
      );
      after = last;
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM inventory_stock_movement");
  }
}
