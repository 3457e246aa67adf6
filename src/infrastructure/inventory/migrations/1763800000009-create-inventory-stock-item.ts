import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, dropTable } from "../../shared/database/create-table.js";

export class CreateInventoryStockItem1763800000009 implements MigrationInterface {
  readonly name = "CreateInventoryStockItem1763800000009";

  up(runner: QueryRunner): Promise<void> {
    return createTable(runner, "inventory_stock_item", (make) => [
      make.id("variant_id", { isPrimary: true }),
      make.whole("on_hand"),
      make.whole("reserved"),
      make.whole("version"),
    ]);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTable(runner, "inventory_stock_item");
  }
}
