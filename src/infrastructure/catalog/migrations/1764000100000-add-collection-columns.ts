import type { MigrationInterface, QueryRunner } from "typeorm";
import { addColumns, dropColumns } from "../../shared/database/create-table.js";

/** Rules, order, parent, and whether it has been announced that the shop shows it. */
export class AddCollectionColumns1764000100000 implements MigrationInterface {
  readonly name = "AddCollectionColumns1764000100000";

  up(runner: QueryRunner): Promise<void> {
    return addColumns(runner, "catalog_collection", (make) => [
      make.ascii("kind", 16, { default: "'MANUAL'" }),
      make.longText("rules", { isNullable: true }),
      make.ascii("sort_order", 16, { default: "'MANUAL'" }),
      make.id("parent_id", { isNullable: true }),
      make.whole("position", { default: "0" }),
      make.flag("announced", { default: "0" }),
    ]);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropColumns(
      runner,
      "catalog_collection",
      "kind",
      "rules",
      "sort_order",
      "parent_id",
      "position",
      "announced",
    );
  }
}
