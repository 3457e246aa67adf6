import type { MigrationInterface, QueryRunner } from "typeorm";
import { addColumns, dropColumns } from "../../shared/database/create-table.js";

/** From how many units on a price applies. All prices up to now are those of a single unit. */
export class AddListPriceQuantity1764001600000 implements MigrationInterface {
  readonly name = "AddListPriceQuantity1764001600000";

  up(runner: QueryRunner): Promise<void> {
    return addColumns(runner, "pricing_list_price", (make) => [
      make.whole("min_quantity", { default: "1" }),
    ]);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropColumns(runner, "pricing_list_price", "min_quantity");
  }
}
