import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { noLimitCounters } from "../../src/application/shared/limit-counters.js";
import { DEFAULT_LIMITS } from "../../src/application/shared/limits.js";
import { StoreUnavailable } from "../../src/application/shared/unit-of-work.js";
import { mysqlSource } from "../../src/infrastructure/shared/database/mysql-source.js";
import { ReadSource } from "../../src/infrastructure/shared/database/read-source.js";
import type { SqlSession } from "../../src/infrastructure/shared/database/sql-session.js";
import { SqlUnitOfWork } from "../../src/infrastructure/shared/database/sql-unit-of-work.js";
import { DatabaseServer } from "../../src/infrastructure/shared/database/database-server.js";
import { newDatabase } from "./mysql-store.js";

const CONNECTIONS = 2;

/** Connections to a former primary: they answer, and refuse changes. */
describe("a server that accepts no changes any more", () => {
  let database: Awaited<ReturnType<typeof newDatabase>>;
  let server: DatabaseServer;
  let unitOfWork: SqlUnitOfWork<SqlSession>;

  const idOf = async (session: Pick<SqlSession, "query">): Promise<number> =>
    Number((await session.query("SELECT CONNECTION_ID() AS id"))[0]?.["id"]);
  const onEach = (work: (session: SqlSession) => Promise<unknown>) =>
    Promise.all(
      Array.from({ length: CONNECTIONS }, () =>
        unitOfWork.run(async (session) => {
          // Keeps the connection, so that the other work gets another one.
          await session.query("SELECT SLEEP(0.2)");
          await work(session);
          return idOf(session);
        }),
      ),
    );
  const add = () => unitOfWork.run((session) => session.change("INSERT INTO mug VALUES (1)"));

  beforeEach(async () => {
    database = await newDatabase();
    const settings = { ...database, poolSize: CONNECTIONS };
    const source = await mysqlSource(settings, []).initialize();
    server = new DatabaseServer(source, settings, DEFAULT_LIMITS, noLimitCounters);
    unitOfWork = new SqlUnitOfWork(server.connections, (session) => session, {
      waitMs: 5_000,
      unitMs: Infinity,
    });
    await source.query("CREATE TABLE mug (id int) ENGINE = InnoDB");
  });
  afterEach(async () => {
    await server.close();
    await database.drop();
  });

  test("is reported as unavailable, and every connection to it is renewed", async () => {
    const former = await onEach((session) => session.change("SET SESSION TRANSACTION READ ONLY"));

    await expect(add()).rejects.toThrow(StoreUnavailable);
    expect(await add()).toBe(1);
    const [reads, renewed] = [
      new ReadSource(server.connections),
      await onEach(async () => undefined),
    ];

    expect(new Set([...former, ...renewed]).size).toBe(CONNECTIONS * 2);
    expect(former).not.toContain(await idOf(reads));
  });
});
