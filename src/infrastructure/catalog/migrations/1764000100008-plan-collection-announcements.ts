import type { MigrationInterface, QueryRunner } from "typeorm";
import { toSqlTime } from "../../shared/database/sql-value.js";

/**
 * What begins or ends by itself in the future is announced when its time comes, also of collections
 * from before there were announcements.
 */
export class PlanCollectionAnnouncements1764000100008 implements MigrationInterface {
  readonly name = "PlanCollectionAnnouncements1764000100008";

  async up(runner: QueryRunner): Promise<void> {
    const now = toSqlTime(new Date());
    const id =
      runner.connection.options.type === "mysql"
        ? "CONCAT('catalog.announce-collection:', c.id)"
        : "'catalog.announce-collection:' || c.id";
    await runner.query(
      `INSERT INTO scheduled_work (id, kind, subject, facts, due_at)
       SELECT ${id}, 'catalog.announce-collection', c.id, '{}', CASE WHEN c.published_from > ? THEN c.published_from ELSE c.published_until END
       FROM catalog_collection c
       WHERE (c.published_from > ? OR c.published_until > ?)
         AND NOT EXISTS (SELECT 1 FROM scheduled_work w WHERE w.kind = 'catalog.announce-collection' AND w.subject = c.id)`,
      [now, now, now],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM scheduled_work WHERE kind = 'catalog.announce-collection'");
  }
}
