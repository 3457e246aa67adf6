import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, dropTable, index } from "../../shared/database/create-table.js";

export class CreateCatalogListing1763800000005 implements MigrationInterface {
  readonly name = "CreateCatalogListing1763800000005";

  up(runner: QueryRunner): Promise<void> {
    return createTable(
      runner,
      "catalog_listing",
      (make) => [
        make.id("product_id", { isPrimary: true }),
        make.ascii("status", 16),
        make.time("published_from", { isNullable: true }),
        make.time("published_until", { isNullable: true }),
        make.time("created_at"),
        make.exact("folded_title", 255),
        make.exact("folded_vendor", 255),
        make.exact("folded_type", 255),
        make.ascii("currency", 3, { isNullable: true }),
        make.whole("min_price", { isNullable: true }),
        make.whole("max_price", { isNullable: true }),
        make.whole("price_rank"),
        make.flag("available"),
        make.flag("on_sale"),
        make.id("image_id", { isNullable: true }),
        make.exact("image_url", 2048, { isNullable: true }),
        make.exact("image_alt", 512, { isNullable: true }),
      ],
      [
        index("catalog_listing", "folded_title", "product_id"),
        index("catalog_listing", "price_rank", "product_id"),
        index("catalog_listing", "created_at", "product_id"),
        index("catalog_listing", "folded_vendor"),
        index("catalog_listing", "folded_type"),
      ],
    );
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTable(runner, "catalog_listing");
  }
}
