import type { MigrationInterface, QueryRunner } from "typeorm";
import { addColumns, dropColumns } from "../../shared/database/create-table.js";

/** The custom fields of a collection; null for none. */
export class AddCollectionMetafields1764002000204 implements MigrationInterface {
  readonly name = "AddCollectionMetafields1764002000204";

  up(runner: QueryRunner): Promise<void> {
    return addColumns(runner, "catalog_collection", (make) => [
      make.longText("metafields", { isNullable: true }),
    ]);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropColumns(runner, "catalog_collection", "metafields");
  }
}
