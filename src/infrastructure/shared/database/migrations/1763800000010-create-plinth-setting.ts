import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, dropTable } from "../create-table.js";

export class CreatePlinthSetting1763800000010 implements MigrationInterface {
  readonly name = "CreatePlinthSetting1763800000010";

  up(runner: QueryRunner): Promise<void> {
    return createTable(runner, "plinth_setting", (make) => [
      make.ascii("name", 64, { isPrimary: true }),
      make.longText("value"),
    ]);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTable(runner, "plinth_setting");
  }
}
