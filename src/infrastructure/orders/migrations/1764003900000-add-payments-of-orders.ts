import type { MigrationInterface, QueryRunner } from "typeorm";
import { addColumns, dropColumns } from "../../shared/database/create-table.js";

/** Whether a payment of an order is under way, and the money of an entry of its timeline. */
export class AddPaymentsOfOrders1764003900000 implements MigrationInterface {
  readonly name = "AddPaymentsOfOrders1764003900000";

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, "orders_order", (make) => [
      make.flag("is_payment_open", { default: false }),
    ]);
    await addColumns(runner, "orders_timeline_entry", (make) => [
      make.whole("amount", { isNullable: true }),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, "orders_timeline_entry", "amount");
    await dropColumns(runner, "orders_order", "is_payment_open");
  }
}
