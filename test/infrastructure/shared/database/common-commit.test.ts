import { afterEach, describe, expect, test, vi } from "vitest";
import { RequestLife } from "../../../../src/application/shared/request-life.js";
import { StoreUnavailable } from "../../../../src/application/shared/unit-of-work.js";
import type { Sessions } from "../../../../src/infrastructure/shared/database/open-session.js";
import type { SqlSession } from "../../../../src/infrastructure/shared/database/sql-session.js";
import { SqlUnitOfWork } from "../../../../src/infrastructure/shared/database/sql-unit-of-work.js";

/** An embedded store that remembers its statements, and fails or waits where it is told to. */
const storeThat = (answer: (sql: string, sent: readonly string[]) => unknown = () => undefined) => {
  const sent: string[] = [];
  const sessions: Sessions = {
    dialect: "sqlite",
    open: async () => ({
      dialect: "sqlite",
      query: async () => [],
      change: async (sql) => {
        sent.push(sql);
        await answer(sql, sent);
        return 1;
      },
      isLost: false,
      giveUp: () => undefined,
      release: () => undefined,
    }),
    renew: () => undefined,
  };
  const unitOfWork = new SqlUnitOfWork<SqlSession>(sessions, (session) => session, {
    waitMs: 1_000,
    unitMs: Infinity,
  });
  const save = (name: string): Promise<string> =>
    unitOfWork.run(async (session) => {
      await session.change(name);
      return name;
    });
  return { sent, unitOfWork, save };
};

const fail = (error: Error): never => {
  throw error;
};

const outcomes = async (all: readonly Promise<unknown>[]): Promise<readonly unknown[]> =>
  (await Promise.allSettled(all)).map((one) =>
    one.status === "fulfilled" ? one.value : (one.reason as Error).message,
  );

afterEach(() => vi.useRealTimers());

describe("units of work on the embedded store", () => {
  test("are committed together when they wait for each other", async () => {
    const { sent, save } = storeThat();

    await Promise.all(["a", "b", "c"].map(save));

    expect(sent).toEqual([
      "BEGIN IMMEDIATE",
      "a",
      "SAVEPOINT plinth_unit",
      "b",
      "RELEASE SAVEPOINT plinth_unit",
      "SAVEPOINT plinth_unit",
      "c",
      "RELEASE SAVEPOINT plinth_unit",
      "COMMIT",
    ]);
  });

  test("are committed alone when nobody waits", async () => {
    const { sent, save } = storeThat();

    for (const name of ["a", "b"]) await save(name);

    expect(sent).toEqual(["BEGIN IMMEDIATE", "a", "COMMIT", "BEGIN IMMEDIATE", "b", "COMMIT"]);
  });

  test("fail alone: what others have done in the same transaction is kept", async () => {
    const { sent, save } = storeThat((sql) => (sql === "b" ? fail(new Error("refused")) : null));

    expect(await outcomes(["a", "b", "c"].map(save))).toEqual(["a", "refused", "c"]);

    expect(sent.slice(2, 6)).toEqual([
      "SAVEPOINT plinth_unit",
      "b",
      "ROLLBACK TO SAVEPOINT plinth_unit",
      "RELEASE SAVEPOINT plinth_unit",
    ]);
    expect(sent.at(-1)).toBe("COMMIT");
    expect(sent).not.toContain("ROLLBACK");
  });

  test("begin a new transaction after a first one that failed", async () => {
    const { sent, save } = storeThat((sql) => (sql === "a" ? fail(new Error("refused")) : null));

    expect(await outcomes(["a", "b"].map(save))).toEqual(["refused", "b"]);

    expect(sent).toEqual(["BEGIN IMMEDIATE", "a", "ROLLBACK", "BEGIN IMMEDIATE", "b", "COMMIT"]);
  });

  test("are answered after the commit of all, also those that were refused", async () => {
    let commit = (): void => undefined;
    const { sent, save } = storeThat((sql) =>
      sql === "COMMIT"
        ? new Promise<void>((done) => (commit = done))
        : sql === "b"
          ? fail(new Error("refused"))
          : null,
    );
    const answered: string[] = [];
    const all = ["a", "b"].map((name) =>
      save(name).then(
        () => answered.push(name),
        () => answered.push(name),
      ),
    );

    await expect.poll(() => sent).toContain("COMMIT");
    expect(answered).toEqual([]);
    commit();
    await Promise.all(all);

    expect(answered).toEqual(["a", "b"]);
  });

  test("fail together when the commit does", async () => {
    const { sent, save } = storeThat((sql) =>
      sql === "COMMIT" ? fail(new StoreUnavailable("disk full")) : null,
    );

    expect(await outcomes(["a", "b"].map(save))).toEqual(["disk full", "disk full"]);

    expect(sent.slice(-2)).toEqual(["COMMIT", "ROLLBACK"]);
  });

  test("are run again when the failure of another one has undone the transaction", async () => {
    const { sent, save } = storeThat((sql, all) =>
      sql === "b"
        ? fail(new Error("disk full"))
        : sql.startsWith("ROLLBACK TO") && all.filter((one) => one === "b").length === 1
          ? fail(new Error("no such savepoint"))
          : null,
    );

    expect(await outcomes(["a", "b"].map(save))).toEqual(["a", "disk full"]);

    expect(sent.slice(-4)).toEqual(["ROLLBACK", "BEGIN IMMEDIATE", "a", "COMMIT"]);
  });

  test("are given up when others undo them again and again", async () => {
    let tries = 0;
    const { unitOfWork } = storeThat((sql) =>
      sql.startsWith("ROLLBACK TO") ? fail(new Error("no such savepoint")) : null,
    );
    const breaking = (): Promise<void> =>
      unitOfWork.run(async () => fail(new Error("disk full"))).catch(() => undefined);

    const outcome = unitOfWork.run(async () => void (tries += 1));
    // There is always another one that waits.
    let isOver = false;
    const others = (): void => {
      void breaking();
      void breaking();
      if (!isOver) setImmediate(others);
    };
    others();
    outcome.catch(() => (isOver = true));

    await expect(outcome).rejects.toThrow("disk full");
    expect(tries).toBe(3);
  });

  test("keep nobody waiting for one that has left", async () => {
    const { sent, save, unitOfWork } = storeThat();
    const life = new RequestLife();

    const first = unitOfWork.run(async () => life.end("deadline"));
    const second = unitOfWork.run(async () => "never", life).catch(() => "left");
    expect(await Promise.all([first, second])).toEqual([undefined, "left"]);

    expect(sent).toEqual(["BEGIN IMMEDIATE", "COMMIT"]);
    expect(await save("a")).toBe("a");
  });

  test("are committed now and then, however many follow each other", async () => {
    // On a busy machine a common transaction would end by its age.
    vi.useFakeTimers({ toFake: ["performance"] });
    const { sent, save } = storeThat();

    await Promise.all(Array.from({ length: 100 }, (_, index) => save(`unit ${index}`)));

    expect(sent.filter((sql) => sql === "COMMIT").length).toBeGreaterThanOrEqual(4);
  });
});
