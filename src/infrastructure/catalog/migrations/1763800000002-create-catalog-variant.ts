import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, dropTable, index, unique } from "../../shared/database/create-table.js";

export class CreateCatalogVariant1763800000002 implements MigrationInterface {
  readonly name = "CreateCatalogVariant1763800000002";

  up(runner: QueryRunner): Promise<void> {
    return createTable(
      runner,
      "catalog_variant",
      (make) => [
        make.id("id", { isPrimary: true }),
        make.id("product_id"),
        make.whole("position"),
        make.longText("option_values"),
        make.exact("sku", 255, { isNullable: true }),
        make.exact("folded_sku", 255, { isNullable: true }),
        make.exact("barcode", 64, { isNullable: true }),
        make.flag("tracked"),
        make.ascii("sold_out_policy", 16),
        make.whole("weight_milligrams", { isNullable: true }),
        make.ascii("weight_unit", 16),
        make.flag("requires_shipping"),
        make.flag("taxable"),
        make.exact("tax_code", 64, { isNullable: true }),
        make.longText("unit_price_measure", { isNullable: true }),
        make.id("media_id", { isNullable: true }),
      ],
      [
        unique("catalog_variant", "sku"),
        index("catalog_variant", "product_id", "position"),
        index("catalog_variant", "folded_sku"),
      ],
    );
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTable(runner, "catalog_variant");
  }
}
