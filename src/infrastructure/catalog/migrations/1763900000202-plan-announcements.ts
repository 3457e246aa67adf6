import type { MigrationInterface, QueryRunner } from "typeorm";
import { toSqlTime } from "../../shared/database/sql-value.js";

/**
 * What begins or ends by itself in the future is announced when its time comes, also of products
 * from before there were announcements.
 */
export class PlanAnnouncements1763900000202 implements MigrationInterface {
  readonly name = "PlanAnnouncements1763900000202";

  async up(runner: QueryRunner): Promise<void> {
    const now = toSqlTime(new Date());
    const id =
      runner.connection.options.type === "mysql"
        ? "CONCAT('catalog.announce-publication:', p.id)"
        : "'catalog.announce-publication:' || p.id";
    await runner.query(
      `INSERT INTO scheduled_work (id, kind, subject, facts, due_at)
       SELECT ${id}, 'catalog.announce-publication', p.id, '{}', CASE WHEN p.published_from > ? THEN p.published_from ELSE p.published_until END
       FROM catalog_product p
       WHERE p.status = 'ACTIVE' AND (p.published_from > ? OR p.published_until > ?)
         AND NOT EXISTS (SELECT 1 FROM scheduled_work w WHERE w.kind = 'catalog.announce-publication' AND w.subject = p.id)`,
      [now, now, now],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM scheduled_work WHERE kind = 'catalog.announce-publication'");
  }
}
