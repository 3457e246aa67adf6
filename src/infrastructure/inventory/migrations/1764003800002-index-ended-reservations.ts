import type { MigrationInterface, QueryRunner } from "typeorm";
import { addIndex, dropIndex, index } from "../../shared/database/create-table.js";
import { toSqlTime } from "../../shared/database/sql-value.js";

const TABLE = "inventory_reservation";
const BY_END = index(TABLE, "state", "ended_at");

/** Finds old reservations. Those that have ended already are as old as this migration. */
export class IndexEndedReservations1764003800002 implements MigrationInterface {
  readonly name = "IndexEndedReservations1764003800002";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `UPDATE ${TABLE} SET ended_at = ? WHERE state <> 'HELD' AND ended_at IS NULL`,
      [toSqlTime(new Date())],
    );
    await addIndex(runner, TABLE, BY_END);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropIndex(runner, TABLE, BY_END);
  }
}
