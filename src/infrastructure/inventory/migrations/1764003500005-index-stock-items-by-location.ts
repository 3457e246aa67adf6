import type { MigrationInterface, QueryRunner } from "typeorm";
import { addIndex, dropIndex, index } from "../../shared/database/create-table.js";

const TABLE = "inventory_stock_item";
const BY_LOCATION = index(TABLE, "location_id", "variant_id");

export class IndexStockItemsByLocation1764003500005 implements MigrationInterface {
  readonly name = "IndexStockItemsByLocation1764003500005";

  up(runner: QueryRunner): Promise<void> {
    return addIndex(runner, TABLE, BY_LOCATION);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropIndex(runner, TABLE, BY_LOCATION);
  }
}
