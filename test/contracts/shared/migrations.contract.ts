import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createDataSource, migrateDatabase } from "../../../src/infrastructure/data-source.js";
import { migrations } from "../../../src/infrastructure/migrations/migrations.js";
import type { Database } from "../../../src/infrastructure/shared/database-config.js";

const ALL = migrations.map(({ name }) => name);
const LAST_OF_FIRST_RELEASE = "CreatePlinthSetting1763800000010";

/** What migrating must do, on either database. */
export const migrationsContract = (name: string, open: () => Promise<{ readonly database: Database; readonly drop: () => Promise<void> }>): void => {
  describe(`migrations: ${name}`, () => {
    let database: Database;
    let drop: () => Promise<void>;
    const migrateOnce = () => migrateDatabase(database);
    const onDatabase = async <T>(sql: string): Promise<T> => {
      const dataSource = await createDataSource(database).initialize();
      try {
        return (await dataSource.query(sql)) as T;
      } finally {
        await dataSource.destroy();
      }
    };

    beforeEach(async () => {
      ({ database, drop } = await open());
    });
    afterEach(() => drop());

    test("an empty database gets every table, and a second run finds nothing to do", async () => {
      expect(await migrateOnce()).toEqual(ALL);
      expect(await migrateOnce()).toEqual([]);
    });

    test("four processes that start together run each migration once", async () => {
      const runs = await Promise.all([migrateOnce(), migrateOnce(), migrateOnce(), migrateOnce()]);

      expect(runs.flat().toSorted()).toEqual(ALL.toSorted());
      const rows = await onDatabase<readonly { name: string }[]>("SELECT name FROM plinth_migration");
      expect(rows.map((row) => row.name).toSorted()).toEqual(ALL.toSorted());
    });

    test("a run that was killed after creating a table and before noting it is repeated without harm", async () => {
      await migrateOnce();
      for (const done of ALL.slice(3)) await onDatabase(`DELETE FROM plinth_migration WHERE name = '${done}'`);

      expect(await migrateOnce()).toEqual(ALL.slice(3));
    });

    test("events that the first release stored are pending in this one", async () => {
      await migrateOnce();
      const dataSource = await createDataSource(database).initialize();
      for (const _ of ALL.slice(ALL.indexOf(LAST_OF_FIRST_RELEASE) + 1)) await dataSource.undoLastMigration({ transaction: "each" });
      await dataSource.destroy();
      const columns = "event_id, type, aggregate_id, sequence, payload, occurred_at";
      for (const n of [1, 2]) await onDatabase(`INSERT INTO outbox (${columns}) VALUES ('event-${n}', 'catalog.product-created', 'product_1', ${n}, '{}', '2026-01-01 12:00:00.000')`);

      await migrateOnce();

      const rows = await onDatabase<readonly { event_id: string; status: string; attempts: number | string; due_at: unknown }[]>("SELECT * FROM outbox ORDER BY id");
      expect(rows.map(({ event_id, status, attempts, due_at }) => [event_id, status, Number(attempts), due_at])).toEqual([
        ["event-1", "PENDING", 0, null],
        ["event-2", "PENDING", 0, null],
      ]);
    });

    test("every migration can be taken back", async () => {
      await migrateOnce();
      const dataSource = await createDataSource(database).initialize();
      for (const _ of ALL) await dataSource.undoLastMigration({ transaction: "each" });
      await dataSource.destroy();

      expect(await migrateOnce()).toEqual(ALL);
    });
  });
};
