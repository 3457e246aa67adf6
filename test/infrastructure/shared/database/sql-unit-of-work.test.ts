import { beforeEach, describe, expect, test } from "vitest";
import { RequestEnded, RequestLife } from "../../../../src/application/shared/request-life.js";
import {
  OutcomeUnknown,
  StoreUnavailable,
} from "../../../../src/application/shared/unit-of-work.js";
import type { Sessions } from "../../../../src/infrastructure/shared/database/open-session.js";
import type { SqlSession } from "../../../../src/infrastructure/shared/database/sql-session.js";
import { SqlUnitOfWork } from "../../../../src/infrastructure/shared/database/sql-unit-of-work.js";

/** A server that remembers what it was sent, and never answers one of the statements. */
const server = (unanswered?: string) => {
  const sent: string[] = [];
  let isLost = false;
  let fail: (reason: Error) => void = () => undefined;
  const sessions: Sessions = {
    dialect: "mysql",
    open: async () => ({
      dialect: "mysql",
      query: async () => [],
      change: async (sql) => {
        sent.push(sql);
        if (sql === unanswered) await new Promise((_, reject) => (fail = reject));
        return 1;
      },
      get isLost() {
        return isLost;
      },
      giveUp: (reason) => {
        isLost = true;
        fail(reason);
      },
      release: () => void sent.push("released"),
    }),
    renew: () => undefined,
  };
  const lose = (): void => {
    isLost = true;
    fail(new StoreUnavailable("no answer"));
  };
  return { sent, sessions, lose };
};

let reached: string[] = [];
beforeEach(() => (reached = []));

const unitOn = (sessions: Sessions, unitMs = Infinity) =>
  new SqlUnitOfWork<SqlSession>(sessions, (session) => session, {
    waitMs: 1_000,
    unitMs,
    counters: { reached: (limit) => void reached.push(limit) },
  });

const never = new Promise<never>(() => undefined);

describe("a unit of work", () => {
  test("that never returns is given up after its time, and is cut off from the database", async () => {
    const { sent, sessions } = server();
    let late: SqlSession | undefined;

    const outcome = unitOn(sessions, 20).run((session) => ((late = session), never));

    await expect(outcome).rejects.toThrow(StoreUnavailable);
    expect(sent).toEqual(["START TRANSACTION", "released"]);
    await expect(late?.change("UPDATE mug SET price = 1")).rejects.toThrow(StoreUnavailable);
    expect(sent).toHaveLength(2);
    expect(reached).toEqual(["unitOfWorkMs"]);
  });

  test("of a request ends before the request does", async () => {
    const { sessions } = server("UPDATE mug SET price = 1");
    const endsAt = performance.now() + 320;
    const life = new RequestLife(endsAt);

    const outcome = unitOn(sessions).run(
      (session) => session.change("UPDATE mug SET price = 1"),
      life,
    );

    await expect(outcome).rejects.toThrow(StoreUnavailable);
    expect(life.isOver).toBe(false);
    expect(reached).toEqual(["graphqlMs"]);
  });

  test("whose commit is not answered is never reported as failed or made", async () => {
    const { sent, sessions, lose } = server("COMMIT");
    const life = new RequestLife();

    const outcome = unitOn(sessions).run(async () => "mug", life);
    await expect.poll(() => sent).toContain("COMMIT");
    lose();

    await expect(outcome).rejects.toThrow(OutcomeUnknown);
    expect(sent).not.toContain("ROLLBACK");
    life.end("deadline");
    await expect(life.until(never)).rejects.toThrow(OutcomeUnknown);
  });

  test("sends no ROLLBACK behind a statement that was not answered", async () => {
    const { sent, sessions, lose } = server("UPDATE mug SET price = 1");

    const outcome = unitOn(sessions).run((session) => session.change("UPDATE mug SET price = 1"));
    await expect.poll(() => sent).toHaveLength(2);
    lose();

    await expect(outcome).rejects.toThrow(StoreUnavailable);
    expect(sent).toEqual(["START TRANSACTION", "UPDATE mug SET price = 1", "released"]);
  });

  test.each(["deadline", "stopping"] as const)(
    "is rolled back when the client has been told so: %s",
    async (reason) => {
      const { sent, sessions } = server();
      const life = new RequestLife();

      const outcome = unitOn(sessions).run(async () => life.end(reason), life);

      await expect(outcome).rejects.toThrow(RequestEnded);
      expect(sent).toEqual(["START TRANSACTION", "ROLLBACK", "released"]);
    },
  );

  test("is finished when its client has gone meanwhile", async () => {
    const { sent, sessions } = server();
    const life = new RequestLife();

    await unitOn(sessions).run(async () => life.end("client-gone"), life);

    expect(sent).toEqual(["START TRANSACTION", "COMMIT", "released"]);
  });
});
