import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type Sqlite from "better-sqlite3";
import { openStore, type Store } from "../../src/infrastructure/store.js";
import { createDataSource } from "../../src/infrastructure/create-data-source.js";
import type { Database } from "../../src/infrastructure/shared/config/database-config.js";
import type { IdempotencySubject } from "../contracts/idempotency/idempotency.contract.js";
import { fixedClock } from "../fakes/fixed-clock.js";
import { DEADLINES } from "./embedded-store.js";

const KEPT = new Set(["plinth_migration", "sqlite_sequence"]);

/** The rows of a table that no migration has stored. */
const ownRowsOf = (table: string): string => `${table} ${OWN[table] ?? ""}`;

const OWN: Readonly<Record<string, string>> = {
  inventory_location: "WHERE location_key <> 'default'",
  payments_method: "WHERE method_key <> 'manual'",
};

/** A connection of its own to what a store holds. */
export interface AsideConnection {
  /** @returns the rows of each statement */
  readonly query: (statements: readonly string[]) => Promise<readonly (readonly object[])[]>;
  /** For each table a text that is another one after the table has changed. */
  readonly versions: (tables: readonly string[]) => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

/** A store with a connection of its own that reads and deletes all content. */
export const everythingStored = async (
  database: Database,
  connectAside: () => Promise<AsideConnection>,
  drop: () => Promise<void>,
): Promise<IdempotencySubject & Pick<Store, "markets">> => {
  const store = await openStore(database, fixedClock());
  const aside = await connectAside();
  const tables = (await tableNames(aside, database.kind)).filter((name) => !KEPT.has(name));
  const deletions = tables.map((table) => `DELETE FROM ${ownRowsOf(table)}`);
  let known: ReadonlyMap<string, TableContent> = new Map();
  /** The rows of each table as texts, in order; only tables that have changed are read again. */
  const contents = async (): Promise<ReadonlyMap<string, TableContent>> => {
    const versions = new Map(
      (await aside.versions(tables)).map((version, index) => [tables[index], version]),
    );
    const changed = tables.filter((table) => known.get(table)?.version !== versions.get(table));
    const rows = await aside.query(changed.map((table) => `SELECT * FROM ${table}`));
    known = new Map([
      ...known,
      ...changed.map((table, index): [string, TableContent] => [
        table,
        {
          version: versions.get(table) ?? "",
          rows: (rows[index] ?? []).map(textOf).toSorted(),
        },
      ]),
    ]);
    return known;
  };
  return {
    needs: store,
    markets: store.markets,
    state: async () =>
      JSON.stringify(
        [...(await contents())]
          .filter(([table]) => table !== "idempotency_record")
          .map(([table, { rows }]) => [table, rows]),
      ),
    empty: async () => void (await aside.query(deletions)),
    remember: async () => {
      await aside.query(
        tables.map((table) => `CREATE TABLE kept_${table} AS SELECT * FROM ${table}`),
      );
      const kept = await contents();
      return async () => {
        const now = await contents();
        const changed = tables.filter(
          (table) => String(now.get(table)?.rows) !== String(kept.get(table)?.rows),
        );
        await aside.query([
          "BEGIN",
          ...changed.map((table) => `DELETE FROM ${ownRowsOf(table)}`),
          ...changed.map((table) => `INSERT INTO ${table} SELECT * FROM kept_${ownRowsOf(table)}`),
          "COMMIT",
        ]);
      };
    },
    close: async () => {
      await aside.close();
      await store.close();
      await drop();
    },
  };
};

interface TableContent {
  readonly version: string;
  readonly rows: readonly string[];
}

const textOf = (row: object): string => JSON.stringify(row);

const tableNames = async (
  aside: AsideConnection,
  kind: Database["kind"],
): Promise<readonly string[]> => {
  const sql =
    kind === "embedded"
      ? "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
      : "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() ORDER BY table_name";
  const [rows = []] = await aside.query([sql]);
  return rows.map((row) => String((row as { readonly name: unknown }).name));
};

export const everythingEmbedded = async (): Promise<IdempotencySubject> => {
  const folder = await mkdtemp(join(tmpdir(), "plinth-test-"));
  const database = {
    kind: "embedded",
    file: join(folder, "plinth.db"),
    deadlines: DEADLINES,
  } as const;
  return everythingStored(
    database,
    () => asideOf(database),
    () => rm(folder, { recursive: true, force: true }),
  );
};

/** Each statement is prepared once: the same ones run a thousand times. */
export const asideOf = async (database: Database): Promise<AsideConnection> => {
  const source = await createDataSource(database).initialize();
  const { databaseConnection: raw } = source.driver as unknown as {
    readonly databaseConnection: Sqlite.Database;
  };
  const prepared = new Map<string, Sqlite.Statement>();
  const total = raw.prepare("SELECT total_changes() AS changes");
  return {
    query: async (statements) =>
      statements.map((sql) => {
        const statement = prepared.get(sql) ?? raw.prepare(sql);
        prepared.set(sql, statement);
        if (statement.reader) return statement.all() as object[];
        statement.run();
        return [];
      }),
    // SQLite tells what others have changed, and what the connection itself has, of the whole file.
    versions: async (tables) => {
      const version = `${String(raw.pragma("data_version", { simple: true }))} ${JSON.stringify(total.get())}`;
      return tables.map(() => version);
    },
    close: () => source.destroy(),
  };
};
