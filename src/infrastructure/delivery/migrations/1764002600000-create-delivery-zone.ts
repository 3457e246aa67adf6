import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, dropTable, unique } from "../../shared/database/create-table.js";

export class CreateDeliveryZone1764002600000 implements MigrationInterface {
  readonly name = "CreateDeliveryZone1764002600000";

  up(runner: QueryRunner): Promise<void> {
    return createTable(
      runner,
      "delivery_zone",
      (make) => [
        make.id("id", { isPrimary: true }),
        make.ascii("zone_key", 64),
        make.exact("name", 255),
        make.longText("areas"),
        make.whole("version"),
        make.time("created_at"),
        make.time("updated_at"),
      ],
      [unique("delivery_zone", "zone_key")],
    );
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTable(runner, "delivery_zone");
  }
}
