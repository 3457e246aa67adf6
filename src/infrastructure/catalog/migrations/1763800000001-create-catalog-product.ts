import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, dropTable, unique } from "../../shared/database/create-table.js";

export class CreateCatalogProduct1763800000001 implements MigrationInterface {
  readonly name = "CreateCatalogProduct1763800000001";

  up(runner: QueryRunner): Promise<void> {
    return createTable(
      runner,
      "catalog_product",
      (make) => [
        make.id("id", { isPrimary: true }),
        make.exact("slug", 255),
        make.exact("title", 255),
        make.longText("description_html"),
        make.exact("vendor", 255),
        make.exact("product_type", 255),
        make.exact("category", 512),
        make.longText("tags"),
        make.ascii("status", 16),
        make.time("published_from", { isNullable: true }),
        make.time("published_until", { isNullable: true }),
        make.exact("seo_title", 255),
        make.exact("seo_description", 1000),
        make.flag("gift_card"),
        make.longText("options"),
        make.longText("metafields"),
        make.whole("version"),
        make.time("created_at"),
        make.time("updated_at"),
      ],
      [unique("catalog_product", "slug")],
    );
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTable(runner, "catalog_product");
  }
}
