import type { MigrationInterface, QueryRunner } from "typeorm";
import { addColumns, dropColumns } from "../../shared/database/create-table.js";

export class AddCollectionImageFocus1764000400003 implements MigrationInterface {
  readonly name = "AddCollectionImageFocus1764000400003";

  up(runner: QueryRunner): Promise<void> {
    return addColumns(runner, "catalog_collection", (make) => [
      make.id("image_key", { isNullable: true }),
      make.whole("image_focal_x", { isNullable: true }),
      make.whole("image_focal_y", { isNullable: true }),
    ]);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropColumns(runner, "catalog_collection", "image_key", "image_focal_x", "image_focal_y");
  }
}
