import type { Limit } from "./limit.js";

/** The bounds on work for the database, beside those of its connection settings. */
export const DATABASE_LIMITS = {
  unitOfWorkMs: {
    unit: "ms",
    fallback: 60_000,
    least: 100,
    about: "Time of one change of the database in an import or in background work.",
    refusal: "It is rolled back. Background work is tried again.",
  },
  waitingWriters: {
    unit: "number",
    fallback: 10_000,
    least: 1,
    most: 1_000_000,
    isAlwaysOn: true,
    about: "Changes that wait for the embedded store, which is written by one at a time.",
    refusal: "503 `SERVICE_UNAVAILABLE` with `Retry-After`.",
  },
  waitingForConnection: {
    unit: "number",
    fallback: 100,
    least: 1,
    most: 100_000,
    isAlwaysOn: true,
    about: "Requests that wait for a connection to MySQL, for each of PLINTH_DATABASE_POOL_SIZE.",
    refusal: "503 `SERVICE_UNAVAILABLE` with `Retry-After`.",
  },
  readyMs: {
    unit: "ms",
    fallback: 1_500,
    least: 50,
    about: "Time in which the database has to answer `/health/ready`.",
    refusal: "503.",
  },
} as const satisfies Readonly<Record<string, Limit>>;
