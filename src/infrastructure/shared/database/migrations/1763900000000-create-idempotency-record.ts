import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, dropTable, index } from "../create-table.js";

export class CreateIdempotencyRecord1763900000000 implements MigrationInterface {
  readonly name = "CreateIdempotencyRecord1763900000000";

  up(runner: QueryRunner): Promise<void> {
    return createTable(
      runner,
      "idempotency_record",
      (make) => [
        make.id("id", { isPrimary: true }),
        make.ascii("operation", 64),
        make.ascii("fingerprint", 64),
        make.longText("outcome", { isNullable: true }),
        make.time("expires_at"),
      ],
      [index("idempotency_record", "expires_at")],
    );
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTable(runner, "idempotency_record");
  }
}
