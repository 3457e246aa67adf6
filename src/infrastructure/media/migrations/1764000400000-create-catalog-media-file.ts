import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, dropTable, index, unique } from "../../shared/database/create-table.js";

/** Pictures in the shop's own storage; `sha256` is that of what was uploaded. */
export class CreateCatalogMediaFile1764000400000 implements MigrationInterface {
  readonly name = "CreateCatalogMediaFile1764000400000";

  up(runner: QueryRunner): Promise<void> {
    return createTable(
      runner,
      "catalog_media_file",
      (make) => [
        make.id("id", { isPrimary: true }),
        make.ascii("name", 100),
        make.whole("width"),
        make.whole("height"),
        make.whole("bytes"),
        make.ascii("sha256", 64, { isNullable: true }),
        make.ascii("status", 16),
        make.time("used_at"),
        make.time("looked_at"),
      ],
      [unique("catalog_media_file", "sha256"), index("catalog_media_file", "status", "looked_at")],
    );
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTable(runner, "catalog_media_file");
  }
}
