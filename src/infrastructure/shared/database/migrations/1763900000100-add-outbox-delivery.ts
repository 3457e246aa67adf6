import type { MigrationInterface, QueryRunner } from "typeorm";
import { addColumns, dropColumns } from "../create-table.js";

/** What was stored before is pending and due at once. */
export class AddOutboxDelivery1763900000100 implements MigrationInterface {
  readonly name = "AddOutboxDelivery1763900000100";

  up(runner: QueryRunner): Promise<void> {
    return addColumns(runner, "outbox", (make) => [
      make.ascii("status", 16, { default: "'PENDING'" }),
      make.whole("attempts", { default: "0" }),
      make.time("due_at", { isNullable: true }),
      make.ascii("lease_owner", 36, { isNullable: true }),
      make.time("lease_until", { isNullable: true }),
      make.exact("last_error", 300, { isNullable: true }),
      make.time("delivered_at", { isNullable: true }),
    ]);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropColumns(
      runner,
      "outbox",
      "status",
      "attempts",
      "due_at",
      "lease_owner",
      "lease_until",
      "last_error",
      "delivered_at",
    );
  }
}
