import type { RowCheck } from "../checks/row-check.js";
import { withKeys } from "../checks/sql-row-checks.js";
import type { Row } from "../database/sql-session.js";
import { fromSqlTime } from "../database/sql-value.js";
import { MAX_ATTEMPTS } from "./failure.js";

/** No lease and no pause after a failure is as long. */
const LONGEST_WAIT_MS = 60 * 60_000;

/** What no worker would ever claim, because nobody knows that it waits. */
export const WORKER_CHECKS: readonly RowCheck[] = [
  {
    name: "events",
    rule: "Every event is delivered, due or parked.",
    table: "outbox",
    key: ["id"],
    broken: async (reader, keys, now) => {
      const { sql, values } = withKeys(keys);
      const rows = await reader.query(
        `SELECT id, status, attempts, due_at, lease_owner, lease_until, delivered_at AS ended_at FROM outbox WHERE ${sql} ORDER BY id`,
        values,
      );
      return rows.flatMap((row) => {
        const problem =
          problemOf(row, "DELIVERED", now) ??
          (row["status"] === "PENDING" ? pendingEventProblem(row, now) : null);
        return problem ? [{ key: { id: row["id"] ?? 0 }, ...problem }] : [];
      });
    },
  },
  {
    name: "inbox",
    rule: "Every entry of the inbox is about an event of the outbox.",
    table: "inbox",
    key: ["event_id", "subscriber"],
    pageSize: 200,
    broken: async (reader, keys) => {
      const { sql, values } = withKeys(keys, "i");
      const rows = await reader.query(
        `SELECT i.event_id, i.subscriber FROM inbox i LEFT JOIN outbox o ON o.event_id = i.event_id WHERE ${sql} AND o.id IS NULL`,
        values,
      );
      return rows.map((row) => ({
        key: { event_id: row["event_id"] ?? "", subscriber: row["subscriber"] ?? "" },
        expected: "an event with this id",
        found: "none",
      }));
    },
  },
  {
    name: "work",
    rule: "All scheduled work is done, due at its time or parked.",
    table: "scheduled_work",
    key: ["id"],
    broken: async (reader, keys, now) => {
      const { sql, values } = withKeys(keys);
      const rows = await reader.query(
        `SELECT id, status, lease_owner, lease_until, done_at AS ended_at FROM scheduled_work WHERE ${sql} ORDER BY id`,
        values,
      );
      return rows.flatMap((row) => {
        const problem = problemOf(row, "DONE", now);
        return problem ? [{ key: { id: row["id"] ?? "" }, ...problem }] : [];
      });
    },
  },
];

interface Problem {
  readonly expected: string;
  readonly found: string;
}

const problemOf = (row: Row, end: "DELIVERED" | "DONE", now: Date): Problem | null => {
  const { status, lease_owner: owner, lease_until: until, ended_at: ended } = row;
  if (status !== "PENDING" && status !== "PARKED" && status !== end)
    return { expected: `PENDING, PARKED or ${end}`, found: String(status) };
  if (status === end && ended == null)
    return { expected: `${end} at a time`, found: `${end} at no time` };
  if ((owner == null) !== (until == null))
    return {
      expected: "a lease with an owner and an end, or none",
      found: owner == null ? "a lease without an owner" : "a lease without an end",
    };
  if (status !== "PENDING" && owner != null)
    return { expected: "no lease", found: `leased until ${String(until)}` };
  if (until != null && isTooFar(row, "lease_until", now))
    return { expected: "a lease of less than an hour", found: `leased until ${String(until)}` };
  return null;
};

const pendingEventProblem = (row: Row, now: Date): Problem | null => {
  if (Number(row["attempts"]) >= MAX_ATTEMPTS)
    return {
      expected: `PARKED after ${MAX_ATTEMPTS} attempts`,
      found: `PENDING after ${String(row["attempts"])} attempts`,
    };
  if (row["due_at"] != null && isTooFar(row, "due_at", now))
    return { expected: "due within an hour", found: `due at ${String(row["due_at"])}` };
  return null;
};

const isTooFar = (row: Row, column: string, now: Date): boolean =>
  fromSqlTime(row[column]).getTime() > now.getTime() + LONGEST_WAIT_MS;
