import type { MigrationInterface, QueryRunner } from "typeorm";
import { addColumns, dropColumns } from "../../shared/database/create-table.js";

/** Numbers the changes of a price, so that a change repeats what it was decided on. */
export class AddVariantPriceVersion1764001200000 implements MigrationInterface {
  readonly name = "AddVariantPriceVersion1764001200000";

  up(runner: QueryRunner): Promise<void> {
    return addColumns(runner, "pricing_variant_price", (make) => [
      make.whole("version", { default: "1" }),
    ]);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropColumns(runner, "pricing_variant_price", "version");
  }
}
