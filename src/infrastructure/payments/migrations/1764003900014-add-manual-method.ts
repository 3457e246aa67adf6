import type { MigrationInterface, QueryRunner } from "typeorm";

const MANUAL = "paymentmethod_00000000000000000000000000";
const [BEGINNING, THREE_DAYS] = ["2026-01-01 00:00:00.000", 3 * 24 * 60];

/** The method of all orders so far: the money comes outside of the shop. */
export class AddManualMethod1764003900014 implements MigrationInterface {
  readonly name = "AddManualMethod1764003900014";

  async up(runner: QueryRunner): Promise<void> {
    const found = await runner.query("SELECT id FROM payments_method WHERE id = ?", [MANUAL]);
    if ((found as unknown[]).length > 0) return;
    await runner.query(
      `INSERT INTO payments_method (id, method_key, name, instructions, translations, gateway, capture, markets, currencies, totals, pay_within_minutes, position, is_enabled, version, created_at, updated_at)
       VALUES (?, 'manual', 'Manual', '', '[]', NULL, 'AUTOMATIC', '[]', '[]', '[]', ?, 0, 1, 1, ?, ?)`,
      [MANUAL, THREE_DAYS, BEGINNING, BEGINNING],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM payments_method WHERE id = ?", [MANUAL]);
  }
}
