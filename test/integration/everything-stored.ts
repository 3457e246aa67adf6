import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DataSource } from "typeorm";
import { openStore, type Store } from "../../src/infrastructure/store.js";
import { createDataSource } from "../../src/infrastructure/create-data-source.js";
import type { Database } from "../../src/infrastructure/shared/config/database-config.js";
import type { IdempotencySubject } from "../contracts/idempotency/idempotency.contract.js";
import { fixedClock } from "../fakes/fixed-clock.js";
import { DEADLINES } from "./embedded-store.js";

const KEPT = new Set(["plinth_migration", "sqlite_sequence"]);

/** A store with a connection of its own that reads and deletes all content. */
export const everythingStored = async (
  database: Database,
  drop: () => Promise<void>,
): Promise<IdempotencySubject & Pick<Store, "markets">> => {
  const store = await openStore(database, fixedClock());
  const aside = await createDataSource(database).initialize();
  const tables = (await tableNames(aside, database.kind)).filter((name) => !KEPT.has(name));
  return {
    needs: store,
    markets: store.markets,
    state: async () => {
      const contents: unknown[] = [];
      for (const table of tables)
        if (table !== "idempotency_record")
          contents.push([
            table,
            (await aside.query<object[]>(`SELECT * FROM ${table}`))
              .map((row) => JSON.stringify(row))
              .toSorted(),
          ]);
      return JSON.stringify(contents);
    },
    empty: () => emptied(aside, tables),
    remember: async () => {
      for (const table of tables)
        await aside.query(`CREATE TABLE kept_${table} AS SELECT * FROM ${table}`);
      return () =>
        aside.transaction(async ({ queryRunner }) => {
          if (!queryRunner) throw new Error("A transaction has a query runner.");
          await emptied(queryRunner, tables);
          for (const table of tables)
            await queryRunner.query(`INSERT INTO ${table} SELECT * FROM kept_${table}`);
        });
    },
    close: async () => {
      await aside.destroy();
      await store.close();
      await drop();
    },
  };
};

const emptied = async (
  aside: Pick<DataSource, "query">,
  tables: readonly string[],
): Promise<void> => {
  for (const table of tables) await aside.query(`DELETE FROM ${table}`);
};

const tableNames = async (
  aside: DataSource,
  kind: Database["kind"],
): Promise<readonly string[]> => {
  const sql =
    kind === "embedded"
      ? "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
      : "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() ORDER BY table_name";
  return (await aside.query<{ readonly name: string }[]>(sql)).map(({ name }) => name);
};

export const everythingEmbedded = async (): Promise<IdempotencySubject> => {
  const folder = await mkdtemp(join(tmpdir(), "plinth-test-"));
  return everythingStored(
    { kind: "embedded", file: join(folder, "plinth.db"), deadlines: DEADLINES },
    () => rm(folder, { recursive: true, force: true }),
  );
};
