import type { MigrationInterface, QueryRunner } from "typeorm";
import { addColumns, dropColumns } from "../../shared/database/create-table.js";

const TABLE = "inventory_location";
const ADDED_AT = "'2026-12-01 00:00:00.000'";

export class AddLocationContent1764003500004 implements MigrationInterface {
  readonly name = "AddLocationContent1764003500004";

  up(runner: QueryRunner): Promise<void> {
    return addColumns(runner, TABLE, (make) => [
      make.longText("address", { isNullable: true }),
      make.longText("market_ids", { isNullable: true }),
      make.longText("countries", { isNullable: true }),
      make.whole("priority", { default: 0 }),
      make.time("closed_at", { isNullable: true }),
      make.whole("version", { default: 1 }),
      make.time("created_at", { default: ADDED_AT }),
      make.time("updated_at", { default: ADDED_AT }),
    ]);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropColumns(
      runner,
      TABLE,
      "address",
      "market_ids",
      "countries",
      "priority",
      "closed_at",
      "version",
      "created_at",
      "updated_at",
    );
  }
}
