import type { ReadSource } from "../database/read-source.js";
import { toSqlTime } from "../database/sql-value.js";
import { FREE } from "./leases.js";

/**
 * The oldest events that can be delivered now: none whose aggregate has an earlier event that is
 * held or postponed.
 */
export const dueEvents = async (
  reads: Pick<ReadSource, "query">,
  now: Date,
  limit: number,
): Promise<readonly DueEvent[]> => {
  const time = toSqlTime(now);
  const rows = await reads.query(
    `SELECT id, type FROM outbox o WHERE ${FREE} AND NOT EXISTS (SELECT 1 FROM outbox earlier WHERE earlier.aggregate_id = o.aggregate_id
     AND earlier.status = 'PENDING' AND earlier.id < o.id AND (earlier.due_at > ? OR earlier.lease_until > ?)) ORDER BY id LIMIT ${Math.trunc(limit)}`,
    [time, time, time, time],
  );
  return rows.map((row) => ({ key: Number(row["id"]), type: String(row["type"]) }));
};

interface DueEvent {
  readonly key: number;
  readonly type: string;
}
