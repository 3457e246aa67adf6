import type { MigrationInterface, QueryRunner } from "typeorm";
import { addIndex, dropIndex, index } from "../../shared/database/create-table.js";

const TABLE = "pricing_list_price";
const BY_VARIANT = index(TABLE, "price_list_id", "variant_id");

/** The index with the quantity begins with the same columns. */
export class DropListPriceVariantIndex1764001600003 implements MigrationInterface {
  readonly name = "DropListPriceVariantIndex1764001600003";

  up(runner: QueryRunner): Promise<void> {
    return dropIndex(runner, TABLE, BY_VARIANT);
  }

  down(runner: QueryRunner): Promise<void> {
    return addIndex(runner, TABLE, BY_VARIANT);
  }
}
