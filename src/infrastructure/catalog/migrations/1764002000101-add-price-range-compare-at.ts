import type { MigrationInterface, QueryRunner } from "typeorm";
import { addColumns, dropColumns } from "../../shared/database/create-table.js";

/** The lowest and highest compare-at price of the variants on sale; null where none is. */
export class AddPriceRangeCompareAt1764002000101 implements MigrationInterface {
  readonly name = "AddPriceRangeCompareAt1764002000101";

  up(runner: QueryRunner): Promise<void> {
    return addColumns(runner, "catalog_price_range", (make) => [
      make.whole("min_compare_at", { isNullable: true }),
      make.whole("max_compare_at", { isNullable: true }),
    ]);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropColumns(runner, "catalog_price_range", "min_compare_at", "max_compare_at");
  }
}
