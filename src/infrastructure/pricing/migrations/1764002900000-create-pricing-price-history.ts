import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, dropTable } from "../../shared/database/create-table.js";

export class CreatePricingPriceHistory1764002900000 implements MigrationInterface {
  readonly name = "CreatePricingPriceHistory1764002900000";

  up(runner: QueryRunner): Promise<void> {
    return createTable(runner, "pricing_price_history", (make) => [
      make.id("variant_id", { isPrimary: true }),
      make.id("price_list_id", { isPrimary: true }),
      make.whole("min_quantity", { isPrimary: true }),
      make.time("valid_from", { isPrimary: true }),
      make.ascii("currency", 3, { isNullable: true }),
      make.whole("price", { isNullable: true }),
      make.whole("compare_at", { isNullable: true }),
    ]);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTable(runner, "pricing_price_history");
  }
}
