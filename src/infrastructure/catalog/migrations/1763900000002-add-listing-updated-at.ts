import type { MigrationInterface, QueryRunner } from "typeorm";
import { addColumns, dropColumns } from "../../shared/database/create-table.js";

export class AddListingUpdatedAt1763900000002 implements MigrationInterface {
  readonly name = "AddListingUpdatedAt1763900000002";

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, "catalog_listing", (make) => [
      make.time("updated_at", { default: "'1970-01-01 00:00:00.000'" }),
    ]);
    await runner.query(
      "UPDATE catalog_listing SET updated_at = (SELECT p.updated_at FROM catalog_product p WHERE p.id = catalog_listing.product_id) WHERE updated_at < '1970-01-02' AND EXISTS (SELECT 1 FROM catalog_product p WHERE p.id = catalog_listing.product_id)",
    );
  }

  down(runner: QueryRunner): Promise<void> {
    return dropColumns(runner, "catalog_listing", "updated_at");
  }
}
