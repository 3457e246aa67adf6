import type { MigrationInterface, QueryRunner } from "typeorm";
import { addColumns, dropColumns } from "../../shared/database/create-table.js";

const TABLE = "pricing_price_list";

/** When a list is valid and for whom, and the lists that its product lists fall back on. */
export class AddPriceListAudience1764001600004 implements MigrationInterface {
  readonly name = "AddPriceListAudience1764001600004";

  up(runner: QueryRunner): Promise<void> {
    return addColumns(runner, TABLE, (make) => [
      make.time("valid_from", { isNullable: true }),
      make.time("valid_until", { isNullable: true }),
      make.id("market_id", { isNullable: true }),
      make.id("customer_group_id", { isNullable: true }),
      make.id("second_list_id", { isNullable: true }),
      make.id("third_list_id", { isNullable: true }),
    ]);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropColumns(
      runner,
      TABLE,
      "valid_from",
      "valid_until",
      "market_id",
      "customer_group_id",
      "second_list_id",
      "third_list_id",
    );
  }
}
