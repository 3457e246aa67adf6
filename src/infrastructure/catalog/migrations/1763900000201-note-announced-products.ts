import type { MigrationInterface, QueryRunner } from "typeorm";
import { toSqlTime } from "../../shared/database/sql-value.js";

/** What the shop shows already is no news. */
export class NoteAnnouncedProducts1763900000201 implements MigrationInterface {
  readonly name = "NoteAnnouncedProducts1763900000201";

  async up(runner: QueryRunner): Promise<void> {
    const now = toSqlTime(new Date());
    await runner.query(
      "UPDATE catalog_product SET announced = 1 WHERE status = 'ACTIVE' AND published_from <= ? AND (published_until IS NULL OR published_until > ?)",
      [now, now],
    );
  }

  async down(): Promise<void> {
    // The column goes with the migration before.
  }
}
