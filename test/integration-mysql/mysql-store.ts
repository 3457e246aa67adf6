import { randomBytes } from "node:crypto";
import { createConnection } from "mysql2/promise";
import { openStore, type Store } from "../../src/infrastructure/data-source.js";
import type { MysqlDatabase } from "../../src/infrastructure/shared/database-config.js";
import { fixedClock } from "../fakes/fixed-clock.js";
import { DEADLINES } from "../integration/embedded-store.js";

/** The server under test; it was asked for, so a missing one is a failure. */
const serverUrl = (): string => {
  const url = process.env["PLINTH_TEST_MYSQL_URL"];
  if (!url) throw new Error("Name the server in PLINTH_TEST_MYSQL_URL, such as mysql://root@127.0.0.1:3306/.");
  return url;
};

export const onServer = async (...statements: readonly string[]): Promise<void> => {
  const connection = await createConnection(serverUrl());
  try {
    for (const statement of statements) await connection.query(statement);
  } finally {
    await connection.end();
  }
};

/** A new, empty database on the server. */
export const newDatabase = async (): Promise<MysqlDatabase & { readonly name: string; readonly drop: () => Promise<void> }> => {
  const name = `plinth_test_${randomBytes(6).toString("hex")}`;
  await onServer(`CREATE DATABASE ${name}`);
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  return { kind: "mysql", name, url: url.href, poolSize: 10, tls: false, deadlines: DEADLINES, drop: () => onServer(`DROP DATABASE ${name}`) };
};

/** What migrations have put there for good. */
const KEPT = ["plinth_migration", "catalog_collection_tree"];

const deletionsIn = async ({ readSource }: Store, name: string): Promise<readonly string[]> =>
  (await readSource.query("SELECT table_name AS name FROM information_schema.tables WHERE table_schema = ?", [name]))
    .filter((row) => !KEPT.includes(String(row["name"])))
    .map((row) => `DELETE FROM ${name}.${String(row["name"])}`);

/** One database for a test file, emptied for each test: creating tables is what takes long. */
export const mysqlStores = () => {
  let opened: Promise<{ readonly store: Store; readonly deletions: readonly string[]; readonly drop: () => Promise<void> }> | undefined;
  return {
    open: async (): Promise<Store> => {
      opened ??= newDatabase().then(async (database) => {
        const store = await openStore(database, fixedClock());
        return { store, deletions: await deletionsIn(store, database.name), drop: database.drop };
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
