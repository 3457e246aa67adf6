import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, dropTable, index } from "../../shared/database/create-table.js";

/** Images elsewhere that are fetched into the shop's own storage, by the key of their address. */
export class CreateCatalogMediaSource1764000400001 implements MigrationInterface {
  readonly name = "CreateCatalogMediaSource1764000400001";

  up(runner: QueryRunner): Promise<void> {
    return createTable(
      runner,
      "catalog_media_source",
      (make) => [
        make.id("id", { isPrimary: true }),
        make.exact("url", 2048),
        make.ascii("status", 16, { default: "'PENDING'" }),
        make.whole("attempts", { default: "0" }),
        make.time("due_at", { isNullable: true }),
        make.ascii("lease_owner", 36, { isNullable: true }),
        make.time("lease_until", { isNullable: true }),
        make.exact("last_error", 300, { isNullable: true }),
        make.ascii("file", 100, { isNullable: true }),
      ],
      [index("catalog_media_source", "status", "due_at"), index("catalog_media_source", "file")],
    );
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTable(runner, "catalog_media_source");
  }
}
