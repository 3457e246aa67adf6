import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, dropTable, index } from "../../shared/database/create-table.js";

/**
 * What is shown in other languages, one row for each thing and language: found by the thing that
 * has the texts (a product, an image, a collection, a definition), and rewritten together for the
 * one that it belongs to.
 */
export class CreateCatalogTranslation1764000300003 implements MigrationInterface {
  readonly name = "CreateCatalogTranslation1764000300003";

  up(runner: QueryRunner): Promise<void> {
    return createTable(
      runner,
      "catalog_translation",
      (make) => [
        make.id("owner_id", { isPrimary: true }),
        make.ascii("locale", 35, { isPrimary: true }),
        make.id("thing_id"),
        make.flag("complete"),
        make.exact("title", 255, { isNullable: true }),
        make.longText("description_html", { isNullable: true }),
        make.exact("seo_title", 255, { isNullable: true }),
        make.exact("seo_description", 1_000, { isNullable: true }),
        make.exact("alt", 512, { isNullable: true }),
        make.longText("options", { isNullable: true }),
        make.longText("metafields", { isNullable: true }),
      ],
      [index("catalog_translation", "thing_id")],
    );
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTable(runner, "catalog_translation");
  }
}
