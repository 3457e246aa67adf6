import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Notes that a version before has used this store, and may have stored plain idempotency keys: with
 * the kind of the viewer as their owner. Later nothing tells such a store from a new one.
 */
export class NotePlainKeys1763700000000 implements MigrationInterface {
  readonly name = "NotePlainKeys1763700000000";

  async up(runner: QueryRunner): Promise<void> {
    // It is the oldest migration by its time: in a new store it runs first, before all tables.
    if (!(await runner.hasTable("plinth_setting"))) return;
    const insert =
      runner.connection.options.type === "mysql" ? "INSERT IGNORE" : "INSERT OR IGNORE";
    await runner.query(
      `${insert} INTO plinth_setting (name, value) VALUES ('identity.plain-keys', 'possible')`,
    );
  }

  async down(): Promise<void> {
    // A store that was used stays one.
  }
}
