import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, dropTable, unique } from "../../shared/database/create-table.js";

export class CreatePricingTaxCategory1764001400000 implements MigrationInterface {
  readonly name = "CreatePricingTaxCategory1764001400000";

  up(runner: QueryRunner): Promise<void> {
    return createTable(
      runner,
      "pricing_tax_category",
      (make) => [
        make.id("id", { isPrimary: true }),
        make.ascii("category_key", 64),
        make.exact("name", 255),
        // Unique and null for all other categories, so there is one default category.
        make.ascii("default_mark", 8, { isNullable: true }),
        make.whole("version"),
        make.time("created_at"),
        make.time("updated_at"),
      ],
      [
        unique("pricing_tax_category", "category_key"),
        unique("pricing_tax_category", "default_mark"),
      ],
    );
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTable(runner, "pricing_tax_category");
  }
}
