import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, dropTable, index } from "../create-table.js";

export class CreateScheduledWork1763900000104 implements MigrationInterface {
  readonly name = "CreateScheduledWork1763900000104";

  up(runner: QueryRunner): Promise<void> {
    return createTable(
      runner,
      "scheduled_work",
      (make) => [
        make.ascii("id", 128, { isPrimary: true }),
        make.ascii("kind", 120),
        make.id("subject"),
        make.longText("facts"),
        make.time("due_at"),
        make.whole("every_ms", { isNullable: true }),
        make.ascii("status", 16, { default: "'PENDING'" }),
        make.whole("attempts", { default: "0" }),
        make.ascii("lease_owner", 36, { isNullable: true }),
        make.time("lease_until", { isNullable: true }),
        make.exact("last_error", 300, { isNullable: true }),
        make.time("done_at", { isNullable: true }),
      ],
      [
        index("scheduled_work", "status", "due_at"),
        index("scheduled_work", "kind", "subject", "status"),
      ],
    );
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTable(runner, "scheduled_work");
  }
}
