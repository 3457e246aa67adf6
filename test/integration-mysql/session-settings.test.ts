import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStore, type Store } from "../../src/infrastructure/store.js";
import { fixedClock } from "../fakes/fixed-clock.js";
import { newShop, onServer } from "./mysql-store.js";
import { DEADLINES } from "../integration/embedded-store.js";

const CONNECTIONS = 3;
const STATEMENT_MS = 2_500;

describe("every connection to the server", () => {
  let database: Awaited<ReturnType<typeof newShop>>;
  let store: Store;
  let isMariaDb = true;

  beforeAll(async () => {
    const [row] = await onServer("SELECT VERSION() AS version");
    isMariaDb = /mariadb/i.test(String(row?.["version"]));
    database = await newShop();
    store = await openStore(
      {
        ...database,
        poolSize: CONNECTIONS,
        deadlines: { ...DEADLINES, statementMs: STATEMENT_MS },
      },
      fixedClock(),
    );
  });
  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  /**
   * Runs the same query on all connections at once: each query keeps its connection for a while.
   */
  const onEach = async (what: string): Promise<readonly Readonly<Record<string, unknown>>[]> => {
    const sql = `SELECT CONNECTION_ID() AS id, SLEEP(0.2) AS slept, ${what}`;
    const rows = await Promise.all(
      Array.from({ length: CONNECTIONS }, async () => (await store.readSource.query(sql))[0] ?? {}),
    );
    expect(new Set(rows.map(({ id }) => id)).size).toBe(CONNECTIONS);
    return rows;
  };

  test("ends a statement before its connection is given up", async () => {
    const setting = isMariaDb
      ? "@@SESSION.max_statement_time * 1000 AS milliseconds"
      : "@@SESSION.max_execution_time AS milliseconds";

    for (const row of await onEach(setting))
      expect(Number(row["milliseconds"])).toBe(0.9 * STATEMENT_MS);
  });

  test("has its transaction rolled back by MariaDB when the way to it is cut", async () => {
    if (isMariaDb)
      for (const row of await onEach("@@SESSION.idle_transaction_timeout AS seconds"))
        expect(Number(row["seconds"])).toBe(10);
  });

  test("is in the strict mode of Plinth, whatever the server is set to", async () => {
    for (const row of await onEach("@@SESSION.sql_mode AS mode"))
      expect(String(row["mode"]).split(",").toSorted()).toEqual([
        "ERROR_FOR_DIVISION_BY_ZERO",
        "NO_ENGINE_SUBSTITUTION",
        "NO_ZERO_DATE",
        "NO_ZERO_IN_DATE",
        "STRICT_TRANS_TABLES",
      ]);
  });

  test("waits at most three seconds for a lock, and has times in UTC", async () => {
    for (const row of await onEach(
      "@@SESSION.innodb_lock_wait_timeout AS seconds, @@SESSION.time_zone AS zone",
    ))
      expect([Number(row["seconds"]), row["zone"]]).toEqual([3, "+00:00"]);
  });

  test("reads what other transactions have committed, also within a unit of work", async () => {
    const isolation = isMariaDb ? "@@SESSION.tx_isolation" : "@@SESSION.transaction_isolation";

    for (const row of await onEach(`${isolation} AS isolation`))
      expect(row["isolation"]).toBe("READ-COMMITTED");
  });
});
