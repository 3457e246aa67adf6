import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, dropTable, unique } from "../../shared/database/create-table.js";

export class CreateOrder1764003700000 implements MigrationInterface {
  readonly name = "CreateOrder1764003700000";

  up(runner: QueryRunner): Promise<void> {
    return createTable(
      runner,
      "orders_order",
      (make) => [
        make.id("id", { isPrimary: true }),
        make.ascii("number", 16),
        make.id("cart_id"),
        make.ascii("link_hash", 64),
        make.ascii("state", 32),
        make.ascii("payment_status", 32),
        make.ascii("fulfilment_status", 32),
        make.id("market_id"),
        make.ascii("sales_channel", 16),
        make.ascii("currency", 3),
        make.whole("total"),
        make.whole("units"),
        make.exact("email", 255),
        make.exact("buyer_name", 255),
        make.ascii("payment_method", 64, { isNullable: true }),
        make.time("reservation_ends_at", { isNullable: true }),
        make.ascii("cancel_reason", 32, { isNullable: true }),
        make.whole("version"),
        make.time("placed_at"),
        make.time("updated_at"),
        // The last one, so that SQLite need not read past it to find another one.
        make.longText("content"),
      ],
      [
        unique("orders_order", "cart_id"),
        unique("orders_order", "number"),
        unique("orders_order", "link_hash"),
      ],
    );
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTable(runner, "orders_order");
  }
}
