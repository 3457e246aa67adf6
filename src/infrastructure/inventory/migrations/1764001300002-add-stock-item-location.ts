import type { MigrationInterface, QueryRunner } from "typeorm";
import { addColumns, dropColumns } from "../../shared/database/create-table.js";

/** The default, because all stock up to now is at the default location. */
export class AddStockItemLocation1764001300002 implements MigrationInterface {
  readonly name = "AddStockItemLocation1764001300002";

  up(runner: QueryRunner): Promise<void> {
    return addColumns(runner, "inventory_stock_item", (make) => [
      make.id("location_id", { default: "'location_00000000000000000000000000'" }),
    ]);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropColumns(runner, "inventory_stock_item", "location_id");
  }
}
