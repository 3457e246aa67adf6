import type { MigrationInterface, QueryRunner } from "typeorm";
import { addIndex, dropIndex, index } from "../../shared/database/create-table.js";

const TABLE = "pricing_list_price";
const BY_QUANTITY = index(TABLE, "price_list_id", "variant_id", "min_quantity");

/** The order in which the prices of a list are paged. */
export class IndexListPricesByQuantity1764001600002 implements MigrationInterface {
  readonly name = "IndexListPricesByQuantity1764001600002";

  up(runner: QueryRunner): Promise<void> {
    return addIndex(runner, TABLE, BY_QUANTITY);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropIndex(runner, TABLE, BY_QUANTITY);
  }
}
