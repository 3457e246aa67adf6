import type { MigrationInterface, QueryRunner } from "typeorm";
import { addColumns, dropColumns } from "../../shared/database/create-table.js";

/** Numbers the changes of a price in a list, so that a change repeats what it was decided on. */
export class AddListPriceVersion1764001200001 implements MigrationInterface {
  readonly name = "AddListPriceVersion1764001200001";

  up(runner: QueryRunner): Promise<void> {
    return addColumns(runner, "pricing_list_price", (make) => [
      make.whole("version", { default: "1" }),
    ]);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropColumns(runner, "pricing_list_price", "version");
  }
}
