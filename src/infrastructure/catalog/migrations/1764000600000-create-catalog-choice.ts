import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, dropTable } from "../../shared/database/create-table.js";

export class CreateCatalogChoice1764000600000 implements MigrationInterface {
  readonly name = "CreateCatalogChoice1764000600000";

  up(runner: QueryRunner): Promise<void> {
    return createTable(runner, "catalog_choice", (make) => [
      make.id("product_id", { isPrimary: true }),
      make.longText("variant_ids"),
      make.longText("value_places"),
      make.longText("available"),
    ]);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTable(runner, "catalog_choice");
  }
}
