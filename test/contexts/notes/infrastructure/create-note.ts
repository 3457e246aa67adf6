import type { MigrationInterface, QueryRunner } from "typeorm";
import {
  createTable,
  dropTable,
  unique,
} from "../../../../src/infrastructure/shared/database/create-table.js";

export class CreateNote1764000150000 implements MigrationInterface {
  readonly name = "CreateNote1764000150000";

  up(runner: QueryRunner): Promise<void> {
    return createTable(
      runner,
      "note",
      (make) => [
        make.id("id", { isPrimary: true }),
        make.exact("title", 100),
        make.flag("is_welcomed"),
        make.whole("reminders"),
        make.whole("version"),
      ],
      [unique("note", "title")],
    );
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTable(runner, "note");
  }
}
