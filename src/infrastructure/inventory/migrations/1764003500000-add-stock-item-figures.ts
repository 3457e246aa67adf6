import type { MigrationInterface, QueryRunner } from "typeorm";
import { addColumns, dropColumns } from "../../shared/database/create-table.js";

export class AddStockItemFigures1764003500000 implements MigrationInterface {
  readonly name = "AddStockItemFigures1764003500000";

  up(runner: QueryRunner): Promise<void> {
    return addColumns(runner, "inventory_stock_item", (make) => [
      make.whole("claimed", { default: 0 }),
      make.whole("safety", { default: 0 }),
      make.whole("low_stock_at", { isNullable: true }),
    ]);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropColumns(runner, "inventory_stock_item", "claimed", "safety", "low_stock_at");
  }
}
