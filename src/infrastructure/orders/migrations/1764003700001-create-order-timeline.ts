import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, dropTable, index } from "../../shared/database/create-table.js";

export class CreateOrderTimeline1764003700001 implements MigrationInterface {
  readonly name = "CreateOrderTimeline1764003700001";

  up(runner: QueryRunner): Promise<void> {
    return createTable(
      runner,
      "orders_timeline_entry",
      (make) => [
        make.counter("entry_id"),
        make.id("order_id"),
        make.ascii("kind", 32),
        make.time("at"),
        make.ascii("done_by", 16),
        make.longText("note", { isNullable: true }),
      ],
      [index("orders_timeline_entry", "order_id", "entry_id")],
    );
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTable(runner, "orders_timeline_entry");
  }
}
