import type { MigrationInterface, QueryRunner } from "typeorm";
import { addIndex, dropIndex, index } from "../create-table.js";

const BY_STATUS = index("outbox", "status", "id");

export class IndexOutboxStatus1763900000101 implements MigrationInterface {
  readonly name = "IndexOutboxStatus1763900000101";

  up(runner: QueryRunner): Promise<void> {
    return addIndex(runner, "outbox", BY_STATUS);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropIndex(runner, "outbox", BY_STATUS);
  }
}
