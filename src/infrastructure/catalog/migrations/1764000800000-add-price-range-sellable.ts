import type { MigrationInterface, QueryRunner } from "typeorm";
import { addColumns, dropColumns } from "../../shared/database/create-table.js";

/**
 * Which variants of a product can be bought at the prices of a list; null where all of them have a
 * price there.
 */
export class AddPriceRangeSellable1764000800000 implements MigrationInterface {
  readonly name = "AddPriceRangeSellable1764000800000";

  up(runner: QueryRunner): Promise<void> {
    return addColumns(runner, "catalog_price_range", (make) => [
      make.longText("sellable", { isNullable: true }),
    ]);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropColumns(runner, "catalog_price_range", "sellable");
  }
}
