import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, dropTable, index, unique } from "../../shared/database/create-table.js";

const TABLE = "payments_method";

export class CreatePaymentsMethod1764003900013 implements MigrationInterface {
  readonly name = "CreatePaymentsMethod1764003900013";

  up(runner: QueryRunner): Promise<void> {
    return createTable(
      runner,
      TABLE,
      (make) => [
        make.id("id", { isPrimary: true }),
        make.ascii("method_key", 64),
        make.exact("name", 255),
        make.longText("instructions"),
        make.longText("translations"),
        make.ascii("gateway", 64, { isNullable: true }),
        make.ascii("capture", 16),
        make.longText("markets"),
        make.longText("currencies"),
        make.longText("totals"),
        make.whole("pay_within_minutes"),
        make.whole("position"),
        make.flag("is_enabled"),
        make.whole("version"),
        make.time("created_at"),
        make.time("updated_at"),
      ],
      [unique(TABLE, "method_key"), index(TABLE, "position", "id")],
    );
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTable(runner, TABLE);
  }
}
