import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, dropTable } from "../../shared/database/create-table.js";

export class CreatePricingVariantPrice1763800000008 implements MigrationInterface {
  readonly name = "CreatePricingVariantPrice1763800000008";

  up(runner: QueryRunner): Promise<void> {
    return createTable(runner, "pricing_variant_price", (make) => [
      make.id("variant_id", { isPrimary: true }),
      make.ascii("currency", 3),
      make.whole("price"),
      make.whole("compare_at", { isNullable: true }),
      make.whole("cost", { isNullable: true }),
    ]);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTable(runner, "pricing_variant_price");
  }
}
