import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, dropTable, unique } from "../../shared/database/create-table.js";

export class CreatePricingTaxZone1764001400001 implements MigrationInterface {
  readonly name = "CreatePricingTaxZone1764001400001";

  up(runner: QueryRunner): Promise<void> {
    return createTable(
      runner,
      "pricing_tax_zone",
      (make) => [
        make.id("id", { isPrimary: true }),
        make.ascii("zone_key", 64),
        make.exact("name", 255),
        make.longText("areas"),
        make.ascii("charge_taxation", 16),
        make.whole("version"),
        make.time("created_at"),
        make.time("updated_at"),
      ],
      [unique("pricing_tax_zone", "zone_key")],
    );
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTable(runner, "pricing_tax_zone");
  }
}
