import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, dropTable, index } from "../../shared/database/create-table.js";

const TABLE = "payments_refund";

export class CreatePaymentsRefund1764003900012 implements MigrationInterface {
  readonly name = "CreatePaymentsRefund1764003900012";

  up(runner: QueryRunner): Promise<void> {
    return createTable(
      runner,
      TABLE,
      (make) => [
        make.id("id", { isPrimary: true }),
        make.id("payment_id"),
        make.whole("amount"),
        make.ascii("state", 32),
        make.ascii("reason", 32),
        make.longText("note", { isNullable: true }),
        make.ascii("reference", 191, { isNullable: true }),
        make.exact("failure", 255, { isNullable: true }),
        make.time("requested_at"),
        make.time("updated_at"),
      ],
      [index(TABLE, "payment_id", "requested_at", "id")],
    );
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTable(runner, TABLE);
  }
}
