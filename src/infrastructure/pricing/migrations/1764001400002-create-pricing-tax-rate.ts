import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, dropTable, index } from "../../shared/database/create-table.js";

export class CreatePricingTaxRate1764001400002 implements MigrationInterface {
  readonly name = "CreatePricingTaxRate1764001400002";

  up(runner: QueryRunner): Promise<void> {
    return createTable(
      runner,
      "pricing_tax_rate",
      (make) => [
        make.id("id", { isPrimary: true }),
        make.ascii("zone_key", 64),
        make.ascii("category_key", 64),
        make.exact("tax", 64),
        make.whole("parts_per_million"),
        make.flag("is_compound"),
        make.time("valid_from", { isNullable: true }),
        make.time("valid_until", { isNullable: true }),
        make.whole("version"),
        make.time("created_at"),
        make.time("updated_at"),
      ],
      [
        index("pricing_tax_rate", "zone_key", "category_key"),
        index("pricing_tax_rate", "category_key"),
      ],
    );
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTable(runner, "pricing_tax_rate");
  }
}
