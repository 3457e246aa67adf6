import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTable, dropTable, unique } from "../../shared/database/create-table.js";

const TABLE = "pricing_customer_group";

export class CreatePricingCustomerGroup1764001600005 implements MigrationInterface {
  readonly name = "CreatePricingCustomerGroup1764001600005";

  up(runner: QueryRunner): Promise<void> {
    return createTable(
      runner,
      TABLE,
      (make) => [
        make.id("id", { isPrimary: true }),
        make.ascii("group_key", 64),
        make.exact("name", 255),
        make.whole("version"),
        make.time("created_at"),
        make.time("updated_at"),
      ],
      [unique(TABLE, "group_key")],
    );
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTable(runner, TABLE);
  }
}
