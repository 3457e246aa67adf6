import type { MigrationInterface, QueryRunner } from "typeorm";
import { addIndex, dropIndex, index } from "../create-table.js";

const BY_SUBJECT = index("scheduled_work", "subject", "status");

export class IndexScheduledWorkSubject1763900000204 implements MigrationInterface {
  readonly name = "IndexScheduledWorkSubject1763900000204";

  up(runner: QueryRunner): Promise<void> {
    return addIndex(runner, "scheduled_work", BY_SUBJECT);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropIndex(runner, "scheduled_work", BY_SUBJECT);
  }
}
