import type { MigrationInterface, QueryRunner } from "typeorm";
import { addColumns, dropColumns } from "../../shared/database/create-table.js";

/** Whether a market shows the lowest price of the 30 days before a reduction. */
export class AddMarketShowsLowestPrice1764003000002 implements MigrationInterface {
  readonly name = "AddMarketShowsLowestPrice1764003000002";

  up(runner: QueryRunner): Promise<void> {
    return addColumns(runner, "pricing_market", (make) => [
      make.flag("shows_lowest_price", { default: "0" }),
    ]);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropColumns(runner, "pricing_market", "shows_lowest_price");
  }
}
