import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, dropTable, index } from "../../shared/database/create-table.js";

export class CreateTrustedDocument1764002000300 implements MigrationInterface {
  readonly name = "CreateTrustedDocument1764002000300";

  up(runner: QueryRunner): Promise<void> {
    return createTable(
      runner,
      "trusted_document",
      (make) => [
        make.ascii("api", 8, { isPrimary: true }),
        make.ascii("id", 128, { isPrimary: true }),
        make.exact("name", 255, { isNullable: true }),
        make.ascii("kind", 16),
        make.longText("text"),
        make.whole("characters"),
        make.time("first_published_at"),
        make.time("published_at"),
      ],
      [index("trusted_document", "api", "published_at")],
    );
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTable(runner, "trusted_document");
  }
}
