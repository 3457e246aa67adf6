import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, dropTable, unique } from "../../shared/database/create-table.js";

export class CreateInventoryLocation1764001300000 implements MigrationInterface {
  readonly name = "CreateInventoryLocation1764001300000";

  up(runner: QueryRunner): Promise<void> {
    return createTable(
      runner,
      "inventory_location",
      (make) => [
        make.id("id", { isPrimary: true }),
        make.ascii("location_key", 64),
        make.exact("name", 255),
      ],
      [unique("inventory_location", "location_key")],
    );
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTable(runner, "inventory_location");
  }
}
