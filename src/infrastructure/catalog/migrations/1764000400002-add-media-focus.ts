import type { MigrationInterface, QueryRunner } from "typeorm";
import { addColumns, dropColumns } from "../../shared/database/create-table.js";

export class AddMediaFocus1764000400002 implements MigrationInterface {
  readonly name = "AddMediaFocus1764000400002";

  up(runner: QueryRunner): Promise<void> {
    return addColumns(runner, "catalog_media", (make) => [
      make.id("url_key", { isNullable: true }),
      make.whole("focal_x", { isNullable: true }),
      make.whole("focal_y", { isNullable: true }),
    ]);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropColumns(runner, "catalog_media", "url_key", "focal_x", "focal_y");
  }
}
