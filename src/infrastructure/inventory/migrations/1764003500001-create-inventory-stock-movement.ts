import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, dropTable, index } from "../../shared/database/create-table.js";

const TABLE = "inventory_stock_movement";

/** Entries are only added, so the table keys on integers. */
export class CreateInventoryStockMovement1764003500001 implements MigrationInterface {
  readonly name = "CreateInventoryStockMovement1764003500001";

  up(runner: QueryRunner): Promise<void> {
    return createTable(
      runner,
      TABLE,
      (make) => [
        make.counter("id"),
        make.id("variant_id"),
        make.id("location_id"),
        make.ascii("kind", 16),
        make.whole("on_hand_by"),
        make.whole("reserved_by"),
        make.whole("claimed_by"),
        make.exact("reason", 255, { isNullable: true }),
        make.id("cause", { isNullable: true }),
        make.time("moved_at"),
      ],
      [index(TABLE, "variant_id"), index(TABLE, "location_id")],
    );
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTable(runner, TABLE);
  }
}
