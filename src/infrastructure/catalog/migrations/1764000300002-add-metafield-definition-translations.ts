import type { MigrationInterface, QueryRunner } from "typeorm";
import { addColumns, dropColumns } from "../../shared/database/create-table.js";

/** The texts of a definition of a custom field in other languages; null is none. */
export class AddMetafieldDefinitionTranslations1764000300002 implements MigrationInterface {
  readonly name = "AddMetafieldDefinitionTranslations1764000300002";

  up(runner: QueryRunner): Promise<void> {
    return addColumns(runner, "catalog_metafield_definition", (make) => [
      make.longText("translations", { isNullable: true }),
    ]);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropColumns(runner, "catalog_metafield_definition", "translations");
  }
}
