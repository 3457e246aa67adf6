import type { MigrationInterface, QueryRunner } from "typeorm";
import { addColumns, dropColumns } from "../../shared/database/create-table.js";

/** Whether orders of a market may be placed on an estimate of taxes or delivery. */
export class AddMarketOutsideFallback1764003800000 implements MigrationInterface {
  readonly name = "AddMarketOutsideFallback1764003800000";

  up(runner: QueryRunner): Promise<void> {
    return addColumns(runner, "pricing_market", (make) => [
      make.ascii("outside_fallback", 16, { default: "'ALLOWED'" }),
    ]);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropColumns(runner, "pricing_market", "outside_fallback");
  }
}
