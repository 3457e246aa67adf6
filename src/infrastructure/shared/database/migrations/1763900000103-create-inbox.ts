import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, dropTable } from "../create-table.js";

/** Which subscriber has taken which event. */
export class CreateInbox1763900000103 implements MigrationInterface {
  readonly name = "CreateInbox1763900000103";

  up(runner: QueryRunner): Promise<void> {
    return createTable(runner, "inbox", (make) => [
      make.ascii("event_id", 36, { isPrimary: true }),
      make.ascii("subscriber", 64, { isPrimary: true }),
      make.time("taken_at"),
    ]);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTable(runner, "inbox");
  }
}
