import type { MigrationInterface, QueryRunner } from "typeorm";
import { addIndex, dropIndex, index } from "../../shared/database/create-table.js";

// What is not active is never read past in a list of the shop.
const IN_ORDER = index("catalog_listing", "status", "price_rank", "product_id");

export class IndexListingStatusPrice1764000700001 implements MigrationInterface {
  readonly name = "IndexListingStatusPrice1764000700001";

  up(runner: QueryRunner): Promise<void> {
    return addIndex(runner, "catalog_listing", IN_ORDER);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropIndex(runner, "catalog_listing", IN_ORDER);
  }
}
