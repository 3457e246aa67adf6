import type { MigrationInterface, QueryRunner } from "typeorm";
import { addColumns, dropColumns } from "../../shared/database/create-table.js";

/** The texts of a collection in other languages; null is none. */
export class AddCollectionTranslations1764000300001 implements MigrationInterface {
  readonly name = "AddCollectionTranslations1764000300001";

  up(runner: QueryRunner): Promise<void> {
    return addColumns(runner, "catalog_collection", (make) => [
      make.longText("translations", { isNullable: true }),
    ]);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropColumns(runner, "catalog_collection", "translations");
  }
}
