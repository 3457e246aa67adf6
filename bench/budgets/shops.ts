import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import mysql from "mysql2/promise";
import { catalog } from "../../src/application/catalog/catalog.js";
import { openStore, type Store } from "../../src/infrastructure/store.js";
import type { Database } from "../../src/infrastructure/shared/config/database-config.js";
import { systemClock } from "../../src/infrastructure/shared/system-clock.js";
import { TypeIds } from "../../src/infrastructure/shared/type-ids.js";
import { generateShop } from "../generate-shop.js";
import { benchDatabase } from "../open-bench-store.js";
import { ROOT } from "./servers.js";

const SERVER = process.env["PLINTH_TEST_MYSQL_URL"] ?? "mysql://root@127.0.0.1:3306/";
const VARIANTS = 5;

/** The same large shop twice. */
interface Shops {
  /** The settings of a server on SQLite, and on MySQL or MariaDB. */
  readonly embedded: Readonly<Record<string, string>>;
  readonly mysql: Readonly<Record<string, string>>;
  readonly databaseUrl: string;
}

/** Creates the shops, runs the work and deletes the shops. */
export const withShops = async (
  products: number,
  work: (shops: Shops) => Promise<void>,
): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), "plinth-budgets-"));
  const name = `plinth_budgets_${process.pid}`;
  const connection = await mysql.createConnection(SERVER);
  try {
    await connection.query(`CREATE DATABASE ${name}`);
    const databaseUrl = new URL(`/${name}`, SERVER).href;
    const [embedded, served] = [
      { PLINTH_DATA_DIR: join(folder, "embedded"), PLINTH_DATABASE_URL: "" },
      { PLINTH_DATA_DIR: join(folder, "served"), PLINTH_DATABASE_URL: databaseUrl },
    ];
    // Creates the folders and the store as a start does.
    for (const settings of [embedded, served])
      await promisify(execFile)(process.execPath, [`${ROOT}bin/plinth.js`, "migrate"], {
        env: { ...process.env, ...settings },
      });
    await fill(benchDatabase(undefined, join(folder, "embedded", "plinth.db")), products);
    await fill(benchDatabase(databaseUrl, ""), products);
    await connection.query(
      `ANALYZE TABLE ${name}.catalog_listing, ${name}.catalog_product, ${name}.catalog_variant`,
    );
    await work({ embedded, mysql: served, databaseUrl });
  } finally {
    await connection.query(`DROP DATABASE IF EXISTS ${name}`);
    await connection.end();
    await rm(folder, { recursive: true, force: true });
  }
};

const fill = async (database: Database, products: number): Promise<void> => {
  const start = performance.now();
  const store: Store = await openStore(database, systemClock);
  await generateShop(
    store,
    { products, variantsPerProduct: VARIANTS },
    catalog({ ...store, clock: systemClock, ids: new TypeIds(systemClock), currency: "EUR" }),
  );
  await store.close();
  console.log(
    `${products} products with ${VARIANTS} variants on ${database.kind}: ${((performance.now() - start) / 1_000).toFixed(0)} s`,
  );
};
