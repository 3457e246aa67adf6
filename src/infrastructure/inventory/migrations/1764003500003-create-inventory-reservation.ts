import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, dropTable, index } from "../../shared/database/create-table.js";

const TABLE = "inventory_reservation";

export class CreateInventoryReservation1764003500003 implements MigrationInterface {
  readonly name = "CreateInventoryReservation1764003500003";

  up(runner: QueryRunner): Promise<void> {
    return createTable(
      runner,
      TABLE,
      (make) => [
        make.counter("id"),
        make.id("holder"),
        make.id("variant_id"),
        make.id("location_id"),
        make.whole("quantity"),
        make.ascii("state", 16),
        make.time("expires_at", { isNullable: true }),
      ],
      [
        index(TABLE, "holder"),
        index(TABLE, "variant_id", "location_id", "state", "expires_at"),
        index(TABLE, "state", "expires_at"),
      ],
    );
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTable(runner, TABLE);
  }
}
