import type { MigrationInterface, QueryRunner } from "typeorm";

const DEFAULT_LOCATION = "location_00000000000000000000000000";

export class AddDefaultLocation1764001300001 implements MigrationInterface {
  readonly name = "AddDefaultLocation1764001300001";

  async up(runner: QueryRunner): Promise<void> {
    const found = (await runner.query("SELECT id FROM inventory_location WHERE id = ?", [
      DEFAULT_LOCATION,
    ])) as readonly unknown[];
    if (found.length === 0)
      await runner.query(
        "INSERT INTO inventory_location (id, location_key, name) VALUES (?, 'default', 'Default')",
        [DEFAULT_LOCATION],
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM inventory_location WHERE id = ?", [DEFAULT_LOCATION]);
  }
}
