import type { MigrationInterface, QueryRunner } from "typeorm";
import { addColumns, dropColumns } from "../../shared/database/create-table.js";

/** The custom fields of a variant; null for none. */
export class AddVariantMetafields1764002000203 implements MigrationInterface {
  readonly name = "AddVariantMetafields1764002000203";

  up(runner: QueryRunner): Promise<void> {
    return addColumns(runner, "catalog_variant", (make) => [
      make.longText("metafields", { isNullable: true }),
    ]);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropColumns(runner, "catalog_variant", "metafields");
  }
}
