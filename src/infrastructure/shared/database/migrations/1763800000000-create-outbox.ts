import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, dropTable, index, unique } from "../create-table.js";

export class CreateOutbox1763800000000 implements MigrationInterface {
  readonly name = "CreateOutbox1763800000000";

  up(runner: QueryRunner): Promise<void> {
    return createTable(
      runner,
      "outbox",
      (make) => [
        make.counter("id"),
        make.ascii("event_id", 36),
        make.ascii("type", 120),
        make.id("aggregate_id"),
        make.whole("sequence"),
        make.longText("payload"),
        make.time("occurred_at"),
      ],
      [unique("outbox", "event_id"), index("outbox", "aggregate_id", "sequence")],
    );
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTable(runner, "outbox");
  }
}
