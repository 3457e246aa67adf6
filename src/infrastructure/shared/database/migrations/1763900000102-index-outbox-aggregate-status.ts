import type { MigrationInterface, QueryRunner } from "typeorm";
import { addIndex, dropIndex, index } from "../create-table.js";

const BY_AGGREGATE = index("outbox", "aggregate_id", "status", "id");

export class IndexOutboxAggregateStatus1763900000102 implements MigrationInterface {
  readonly name = "IndexOutboxAggregateStatus1763900000102";

  up(runner: QueryRunner): Promise<void> {
    return addIndex(runner, "outbox", BY_AGGREGATE);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropIndex(runner, "outbox", BY_AGGREGATE);
  }
}
