import type { MigrationInterface, QueryRunner } from "typeorm";
import { addColumns, dropColumns } from "../../shared/database/create-table.js";

/** When a reservation was claimed or released; null while it is held. */
export class AddReservationEnd1764003800001 implements MigrationInterface {
  readonly name = "AddReservationEnd1764003800001";

  up(runner: QueryRunner): Promise<void> {
    return addColumns(runner, "inventory_reservation", (make) => [
      make.time("ended_at", { isNullable: true }),
    ]);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropColumns(runner, "inventory_reservation", "ended_at");
  }
}
