import type { MigrationInterface, QueryRunner } from "typeorm";
import { addColumns, dropColumns } from "../../shared/database/create-table.js";

/** Whether it has been announced that the shop shows a product. */
export class AddProductAnnounced1763900000200 implements MigrationInterface {
  readonly name = "AddProductAnnounced1763900000200";

  up(runner: QueryRunner): Promise<void> {
    return addColumns(runner, "catalog_product", (make) => [
      make.flag("announced", { default: "0" }),
    ]);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropColumns(runner, "catalog_product", "announced");
  }
}
