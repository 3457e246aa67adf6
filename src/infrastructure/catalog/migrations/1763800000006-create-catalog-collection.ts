import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, dropTable, index, unique } from "../../shared/database/create-table.js";

export class CreateCatalogCollection1763800000006 implements MigrationInterface {
  readonly name = "CreateCatalogCollection1763800000006";

  up(runner: QueryRunner): Promise<void> {
    return createTable(
      runner,
      "catalog_collection",
      (make) => [
        make.id("id", { isPrimary: true }),
        make.exact("slug", 255),
        make.exact("title", 255),
        make.exact("folded_title", 255),
        make.longText("description_html"),
        make.time("published_from", { isNullable: true }),
        make.time("published_until", { isNullable: true }),
        make.exact("seo_title", 255),
        make.exact("seo_description", 1000),
        make.id("image_id", { isNullable: true }),
        make.exact("image_url", 2048, { isNullable: true }),
        make.exact("image_alt", 512, { isNullable: true }),
        make.whole("version"),
        make.time("created_at"),
        make.time("updated_at"),
      ],
      [
        unique("catalog_collection", "slug"),
        index("catalog_collection", "folded_title", "id"),
        index("catalog_collection", "created_at", "id"),
        index("catalog_collection", "image_id"),
      ],
    );
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTable(runner, "catalog_collection");
  }
}
