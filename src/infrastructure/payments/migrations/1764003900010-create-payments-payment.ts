import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, dropTable, index } from "../../shared/database/create-table.js";

const TABLE = "payments_payment";

export class CreatePaymentsPayment1764003900010 implements MigrationInterface {
  readonly name = "CreatePaymentsPayment1764003900010";

  up(runner: QueryRunner): Promise<void> {
    return createTable(
      runner,
      TABLE,
      (make) => [
        make.id("id", { isPrimary: true }),
        make.id("order_id"),
        make.whole("attempt"),
        make.ascii("method", 64),
        make.ascii("gateway", 64, { isNullable: true }),
        make.ascii("capture", 16),
        make.ascii("currency", 3),
        make.whole("amount"),
        make.ascii("payment_key", 191),
        make.ascii("state", 32),
        make.whole("authorised"),
        make.whole("captured"),
        make.whole("refunded"),
        make.ascii("reference", 191, { isNullable: true }),
        make.longText("next_action", { isNullable: true }),
        make.exact("decline_code", 255, { isNullable: true }),
        make.time("authorised_until", { isNullable: true }),
        make.longText("token", { isNullable: true }),
        make.longText("return_url", { isNullable: true }),
        make.longText("waiting_call", { isNullable: true }),
        make.longText("disputes"),
        make.longText("flags"),
        make.flag("is_flagged"),
        make.time("due_at", { isNullable: true }),
        make.whole("checks"),
        make.whole("version"),
        make.time("created_at"),
        make.time("updated_at"),
      ],
      [
        { ...index(TABLE, "order_id", "attempt"), isUnique: true },
        { ...index(TABLE, "gateway", "payment_key"), isUnique: true },
        { ...index(TABLE, "gateway", "reference"), isUnique: true },
        index(TABLE, "due_at", "id"),
        index(TABLE, "is_flagged", "created_at", "id"),
      ],
    );
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTable(runner, TABLE);
  }
}
