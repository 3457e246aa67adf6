import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, dropTable, index } from "../../shared/database/create-table.js";

const TABLE = "payments_transaction";

export class CreatePaymentsTransaction1764003900011 implements MigrationInterface {
  readonly name = "CreatePaymentsTransaction1764003900011";

  up(runner: QueryRunner): Promise<void> {
    return createTable(
      runner,
      TABLE,
      (make) => [
        make.counter("transaction_id"),
        make.id("payment_id"),
        make.ascii("kind", 32),
        make.whole("amount"),
        make.time("at"),
        make.id("refund_id", { isNullable: true }),
      ],
      [index(TABLE, "payment_id", "transaction_id")],
    );
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTable(runner, TABLE);
  }
}
