import { QueryFailedError } from "typeorm";
import { describe, expect, test } from "vitest";
import { StoreUnavailable } from "../../../../src/application/shared/unit-of-work.js";
import {
  isOutage,
  isReadOnly,
  isRetryable,
} from "../../../../src/infrastructure/shared/database/driver-error.js";
import type { Sessions } from "../../../../src/infrastructure/shared/database/open-session.js";
import { SqlUnitOfWork } from "../../../../src/infrastructure/shared/database/sql-unit-of-work.js";

const failure = (errno: number, code = "ER_X", message = "no"): QueryFailedError =>
  new QueryFailedError("UPDATE", [], Object.assign(new Error(message), { errno, code }));

/** A server whose statements all succeed. */
const server: Sessions = {
  dialect: "mysql",
  open: async () => ({
    dialect: "mysql",
    query: async () => [],
    change: async () => 1,
    isLost: false,
    giveUp: () => undefined,
    release: () => undefined,
  }),
  renew: () => undefined,
};

/** Runs a unit of work that fails some times before it succeeds. @returns the number of attempts */
const tried = async (error: Error, failures: number): Promise<number> => {
  let tries = 0;
  const unitOfWork = new SqlUnitOfWork(server, () => ({}), { waitMs: 1_000, unitMs: Infinity });
  await unitOfWork.run(async () => {
    tries += 1;
    if (tries <= failures) throw error;
  });
  return tries;
};

describe("a unit of work that conflicts with another one", () => {
  test.each([
    [1213, "a deadlock"],
    [1205, "a wait for a lock that took too long"],
    [1020, "a row that has changed since the snapshot of MariaDB"],
  ])("runs again after the error %i: %s", async (errno) => {
    expect(isRetryable(failure(errno))).toBe(true);
    expect(await tried(failure(errno), 4)).toBe(5);
  });

  test("is given up after the fifth attempt, and the store is reported as unavailable", async () => {
    await expect(tried(failure(1020, "ER_CHECKREAD"), 5)).rejects.toBeInstanceOf(StoreUnavailable);
  });

  test.each([1062, 1146, 1064])("does not run again after the error %i", async (errno) => {
    const error = failure(errno);

    await expect(tried(error, 1)).rejects.toBe(error);
  });

  test("does not run again after a bug", async () => {
    const bug = new TypeError("Cannot read properties of undefined");

    await expect(tried(bug, 1)).rejects.toBe(bug);
  });
});

describe("a statement that ran out of time", () => {
  test.each([
    [1969, "max_statement_time of MariaDB"],
    [3024, "max_execution_time of MySQL"],
    [1317, "a statement that was killed"],
  ])("is an outage and not a bug: %i, %s", (errno) => {
    expect(isOutage(failure(errno))).toBe(true);
  });
});

describe("a server that accepts no changes", () => {
  test.each([
    [1290, "The MariaDB server is running with the --read-only option so it cannot execute this"],
    [1290, "The MySQL server is running with the --super-read-only option so it cannot execute"],
    [1792, "Cannot execute statement in a READ ONLY transaction"],
    [1836, "Running in read-only mode"],
  ])("is an outage that is not tried again: %i, %s", async (errno, message) => {
    const error = failure(errno, "ER_X", message);

    expect([isReadOnly(error), isRetryable(error)]).toEqual([true, false]);
    await expect(tried(error, 1)).rejects.toThrow(/accepts no changes/);
  });

  test("is not taken for one that another option keeps from a statement", () => {
    const message = "The MySQL server is running with the --secure-file-priv option";

    expect(isReadOnly(failure(1290, "ER_X", message))).toBe(false);
  });
});
