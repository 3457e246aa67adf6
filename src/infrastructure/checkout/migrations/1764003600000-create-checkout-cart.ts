import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, dropTable, index } from "../../shared/database/create-table.js";

export class CreateCheckoutCart1764003600000 implements MigrationInterface {
  readonly name = "CreateCheckoutCart1764003600000";

  up(runner: QueryRunner): Promise<void> {
    return createTable(
      runner,
      "checkout_cart",
      (make) => [
        make.id("id", { isPrimary: true }),
        make.ascii("state", 16),
        make.longText("content"),
        make.id("order_id", { isNullable: true }),
        make.id("merged_into", { isNullable: true }),
        make.whole("version"),
        make.time("created_at"),
        make.time("updated_at"),
      ],
      [index("checkout_cart", "updated_at")],
    );
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTable(runner, "checkout_cart");
  }
}
