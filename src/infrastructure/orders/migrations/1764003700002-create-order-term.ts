import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, dropTable, index } from "../../shared/database/create-table.js";

/** The words by which orders are found. */
export class CreateOrderTerm1764003700002 implements MigrationInterface {
  readonly name = "CreateOrderTerm1764003700002";

  up(runner: QueryRunner): Promise<void> {
    return createTable(
      runner,
      "orders_term",
      (make) => [
        make.exact("term", 64, { isPrimary: true }),
        make.id("order_id", { isPrimary: true }),
      ],
      [index("orders_term", "order_id")],
    );
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTable(runner, "orders_term");
  }
}
