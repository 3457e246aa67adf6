import type { MigrationInterface, QueryRunner } from "typeorm";
import { addColumns, dropColumns } from "../../shared/database/create-table.js";

/** How a market rounds taxes and totals, and whose taxes count before an address is known. */
export class AddMarketTaxTerms1764001400003 implements MigrationInterface {
  readonly name = "AddMarketTaxTerms1764001400003";

  up(runner: QueryRunner): Promise<void> {
    return addColumns(runner, "pricing_market", (make) => [
      make.ascii("tax_rounding_per", 8, { default: "'LINE'" }),
      make.ascii("tax_rounding_mode", 16, { default: "'HALF_UP'" }),
      make.ascii("domestic_country", 2, { isNullable: true }),
      make.ascii("domestic_region", 3, { isNullable: true }),
      make.longText("payable_roundings", { isNullable: true }),
    ]);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropColumns(
      runner,
      "pricing_market",
      "tax_rounding_per",
      "tax_rounding_mode",
      "domestic_country",
      "domestic_region",
      "payable_roundings",
    );
  }
}
