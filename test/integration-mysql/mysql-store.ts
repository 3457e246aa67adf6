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

const TABLES = [
  "outbox", "catalog_product", "catalog_variant", "catalog_media", "catalog_product_tag", "catalog_listing", "catalog_choice", "catalog_collection",
  "catalog_collection_product", "pricing_variant_price", "inventory_stock_item", "plinth_setting", "idempotency_record", "catalog_product_revision", "inbox", "scheduled_work",
  "catalog_media_file", "catalog_media_source", "catalog_metafield_definition", "catalog_product_metafield",
  "catalog_slug_redirect", "catalog_collection_due", "catalog_collection_evaluation",
  "pricing_market", "pricing_market_country", "pricing_price_list", "pricing_list_price", "catalog_price_range",
];

/** One database for a test file, emptied for each test: creating tables is what takes long. */
export const mysqlStores = () => {
  let opened: Promise<{ readonly store: Store; readonly name: string; readonly drop: () => Promise<void> }> | undefined;
  return {
    open: async (): Promise<Store> => {
      opened ??= newDatabase().then(async (database) => ({ ...database, store: await openStore(database, fixedClock()) }));
      const { store, name } = await opened;
      await onServer(...TABLES.map((table) => `DELETE FROM ${name}.${table}`));
      return { ...store, close: async () => undefined };
    },
    end: async (): Promise<void> => {
      const { store, drop } = (await opened) ?? {};
      await store?.close();
      await drop?.();
    },
  };
};
