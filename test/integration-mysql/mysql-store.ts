import { randomBytes } from "node:crypto";
import { createConnection, type RowDataPacket } from "mysql2/promise";
import { inject } from "vitest";
import type { Clock } from "../../src/application/shared/clock.js";
import { openStore, type Store } from "../../src/infrastructure/store.js";
import type { MysqlDatabase } from "../../src/infrastructure/shared/config/database-config.js";
import { fixedClock } from "../fakes/fixed-clock.js";
import { DEADLINES } from "../integration/embedded-store.js";

/** The server under test; a missing one is a failure. */
const serverUrl = (): string => {
  const url = process.env["PLINTH_TEST_MYSQL_URL"];
  if (!url)
    throw new Error(
      "Name the server in PLINTH_TEST_MYSQL_URL, such as mysql://root@127.0.0.1:3306/.",
    );
  return url;
};

type Rows = readonly RowDataPacket[];

interface Connected {
  /** Runs statements one after the other. @returns the rows of each; none for a change */
  readonly query: (statements: readonly string[]) => Promise<readonly Rows[]>;
  readonly close: () => Promise<void>;
}

/** A connection that sends any number of statements at once: waiting for each would take longer than running it. */
export const connectTo = async (uri: string): Promise<Connected> => {
  const connection = await createConnection({
    uri,
    multipleStatements: true,
    supportBigNumbers: true,
    dateStrings: true,
  });
  return {
    query: async (statements) => {
      if (statements.length === 0) return [];
      const [found] = await connection.query<RowDataPacket[][] | RowDataPacket[]>(
        statements.join(";\n"),
      );
      const results = (statements.length === 1 ? [found] : found) as readonly unknown[];
      return results.map((rows) => (Array.isArray(rows) ? (rows as RowDataPacket[]) : []));
    },
    close: () => connection.end(),
  };
};

/** Runs statements one after the other, and gives what the last one found. */
export const onServer = async (...statements: readonly string[]): Promise<Rows> => {
  const connection = await connectTo(serverUrl());
  try {
    return (await connection.query(statements)).at(-1) ?? [];
  } finally {
    await connection.close();
  }
};

/** A new, empty database on the server. */
export const newDatabase = async (): Promise<
  MysqlDatabase & { readonly name: string; readonly drop: () => Promise<void> }
> => {
  const name = `plinth_test_${randomBytes(6).toString("hex")}`;
  await onServer(`CREATE DATABASE ${name}`);
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  return {
    kind: "mysql",
    name,
    url: url.href,
    poolSize: 10,
    tls: false,
    deadlines: DEADLINES,
    drop: async () => void (await onServer(`DROP DATABASE ${name}`)),
  };
};

/** A new database with all tables, as the migrations of this run have left them. */
export const newShop: typeof newDatabase = async () => {
  const [database, like] = [await newDatabase(), inject("migratedDatabase")];
  const tables = await tablesOf(like);
  await onServer(
    ...tables.map((table) => `CREATE TABLE ${database.name}.${table} LIKE ${like}.${table}`),
    ...tables
      .filter((table) => FILLED.includes(table))
      .map((table) => `INSERT INTO ${database.name}.${table} SELECT * FROM ${like}.${table}`),
  );
  return database;
};

/** What migrations fill for good. */
const FILLED = [
  "plinth_migration",
  "catalog_collection_tree",
  "inventory_location",
  "payments_method",
];

const tablesOf = async (database: string): Promise<readonly string[]> =>
  (
    await onServer(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = '${database}'`,
    )
  ).map((row) => String(row["name"]));

/** One database for a test file, emptied for each test, because creating tables takes long. */
export const mysqlStores = (clock: Clock = fixedClock()) => {
  let opened:
    | Promise<{
        readonly store: Store;
        readonly deletions: readonly string[];
        readonly drop: () => Promise<void>;
      }>
    | undefined;
  return {
    open: async (): Promise<Store> => {
      opened ??= newShop().then(async (database) => {
        const tables = (await tablesOf(database.name)).filter((table) => !FILLED.includes(table));
        return {
          store: await openStore(database, clock),
          deletions: [
            ...tables.map((table) => `DELETE FROM ${database.name}.${table}`),
            `DELETE FROM ${database.name}.inventory_location WHERE location_key <> 'default'`,
            `UPDATE ${database.name}.inventory_location SET market_ids = NULL, countries = NULL`,
            `UPDATE ${database.name}.inventory_location SET priority = 0, version = 1`,
            `DELETE FROM ${database.name}.payments_method WHERE method_key <> 'manual'`,
          ],
          drop: database.drop,
        };
      });
      const { store, deletions } = await opened;
      await onServer(...deletions);
      return { ...store, close: async () => undefined };
    },
    end: async (): Promise<void> => {
      const { store, drop } = (await opened) ?? {};
      await store?.close();
      await drop?.();
    },
  };
};
