import type { MigrationInterface, QueryRunner } from "typeorm";
import { toSqlTime } from "../../shared/database/sql-value.js";

/** What the shop shows already is no news. */
export class NoteAnnouncedCollections1764000100007 implements MigrationInterface {
  readonly name = "NoteAnnouncedCollections1764000100007";

  async up(runner: QueryRunner): Promise<void> {
    const now = toSqlTime(new Date());
    await runner.query(
      "UPDATE catalog_collection SET announced = 1 WHERE published_from <= ? AND (published_until IS NULL OR published_until > ?)",
      [now, now],
    );
  }

  async down(): Promise<void> {
    // The column goes with an earlier migration.
  }
}
