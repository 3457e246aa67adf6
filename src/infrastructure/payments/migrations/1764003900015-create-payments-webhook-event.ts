import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, dropTable, index } from "../../shared/database/create-table.js";

const TABLE = "payments_webhook_event";

export class CreatePaymentsWebhookEvent1764003900015 implements MigrationInterface {
  readonly name = "CreatePaymentsWebhookEvent1764003900015";

  up(runner: QueryRunner): Promise<void> {
    return createTable(
      runner,
      TABLE,
      (make) => [
        make.ascii("gateway", 64, { isPrimary: true }),
        make.ascii("event_id", 191, { isPrimary: true }),
        make.id("payment_id", { isNullable: true }),
        make.time("occurred_at"),
        make.time("received_at"),
      ],
      [index(TABLE, "received_at")],
    );
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTable(runner, TABLE);
  }
}
