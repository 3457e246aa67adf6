import type { MigrationInterface, QueryRunner } from "typeorm";
import { addIndex, dropIndex, index } from "../../shared/database/create-table.js";

const BY_BARCODE = index("catalog_variant", "barcode");

export class IndexVariantBarcode1763900000004 implements MigrationInterface {
  readonly name = "IndexVariantBarcode1763900000004";

  up(runner: QueryRunner): Promise<void> {
    return addIndex(runner, "catalog_variant", BY_BARCODE);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropIndex(runner, "catalog_variant", BY_BARCODE);
  }
}
