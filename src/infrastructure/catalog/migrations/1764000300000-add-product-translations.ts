import type { MigrationInterface, QueryRunner } from "typeorm";
import { addColumns, dropColumns } from "../../shared/database/create-table.js";

/** The texts of a product in other languages; null is none. */
export class AddProductTranslations1764000300000 implements MigrationInterface {
  readonly name = "AddProductTranslations1764000300000";

  up(runner: QueryRunner): Promise<void> {
    return addColumns(runner, "catalog_product", (make) => [
      make.longText("translations", { isNullable: true }),
    ]);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropColumns(runner, "catalog_product", "translations");
  }
}
