import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, dropTable, index, unique } from "../../shared/database/create-table.js";

export class CreateDeliveryOption1764002600001 implements MigrationInterface {
  readonly name = "CreateDeliveryOption1764002600001";

  up(runner: QueryRunner): Promise<void> {
    return createTable(
      runner,
      "delivery_option",
      (make) => [
        make.id("id", { isPrimary: true }),
        make.ascii("option_key", 64),
        make.exact("name", 255),
        make.longText("description"),
        make.longText("translations"),
        make.ascii("kind", 16),
        make.longText("rates"),
        make.longText("zones"),
        make.longText("markets"),
        make.whole("max_weight", { isNullable: true }),
        make.longText("windows"),
        make.id("pickup_location_id", { isNullable: true }),
        make.longText("carrier", { isNullable: true }),
        make.ascii("tax_category", 64, { isNullable: true }),
        make.whole("position"),
        make.flag("is_active"),
        make.whole("version"),
        make.time("created_at"),
        make.time("updated_at"),
      ],
      [unique("delivery_option", "option_key"), index("delivery_option", "position", "id")],
    );
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTable(runner, "delivery_option");
  }
}
