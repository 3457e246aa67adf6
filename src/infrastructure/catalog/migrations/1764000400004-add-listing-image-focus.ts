import type { MigrationInterface, QueryRunner } from "typeorm";
import { addColumns, dropColumns } from "../../shared/database/create-table.js";

export class AddListingImageFocus1764000400004 implements MigrationInterface {
  readonly name = "AddListingImageFocus1764000400004";

  up(runner: QueryRunner): Promise<void> {
    return addColumns(runner, "catalog_listing", (make) => [
      make.id("image_key", { isNullable: true }),
      make.whole("image_focal_x", { isNullable: true }),
      make.whole("image_focal_y", { isNullable: true }),
    ]);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropColumns(runner, "catalog_listing", "image_key", "image_focal_x", "image_focal_y");
  }
}
