import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, dropTable, unique } from "../../shared/database/create-table.js";

export class CreatePricingFee1764002800000 implements MigrationInterface {
  readonly name = "CreatePricingFee1764002800000";

  up(runner: QueryRunner): Promise<void> {
    return createTable(
      runner,
      "pricing_fee",
      (make) => [
        make.id("id", { isPrimary: true }),
        make.ascii("fee_key", 64),
        make.exact("name", 255),
        make.ascii("kind", 16),
        make.ascii("charged_per", 8),
        make.longText("amounts"),
        make.ascii("tax_category", 64, { isNullable: true }),
        make.whole("position"),
        make.flag("is_active"),
        make.whole("version"),
        make.time("created_at"),
        make.time("updated_at"),
      ],
      [unique("pricing_fee", "fee_key")],
    );
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTable(runner, "pricing_fee");
  }
}
