import type { MigrationInterface, QueryRunner } from "typeorm";
import { addColumns, dropColumns } from "../../shared/database/create-table.js";

export class AddVariantCountryOfOrigin1764001100000 implements MigrationInterface {
  readonly name = "AddVariantCountryOfOrigin1764001100000";

  up(runner: QueryRunner): Promise<void> {
    return addColumns(runner, "catalog_variant", (make) => [
      make.ascii("country_of_origin", 2, { isNullable: true }),
    ]);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropColumns(runner, "catalog_variant", "country_of_origin");
  }
}
