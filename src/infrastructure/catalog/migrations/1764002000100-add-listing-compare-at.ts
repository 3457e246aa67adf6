import type { MigrationInterface, QueryRunner } from "typeorm";
import { addColumns, dropColumns } from "../../shared/database/create-table.js";

/** The lowest and highest compare-at price of the variants on sale; null where none is. */
export class AddListingCompareAt1764002000100 implements MigrationInterface {
  readonly name = "AddListingCompareAt1764002000100";

  up(runner: QueryRunner): Promise<void> {
    return addColumns(runner, "catalog_listing", (make) => [
      make.whole("min_compare_at", { isNullable: true }),
      make.whole("max_compare_at", { isNullable: true }),
    ]);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropColumns(runner, "catalog_listing", "min_compare_at", "max_compare_at");
  }
}
