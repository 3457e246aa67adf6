import { placeholders, type RowSource } from "../database/sql-session.js";
import { fromSqlTime } from "../database/sql-value.js";

/** How old the answer may be: a GET of a guest must not cost a statement more. */
const REMEMBERED_MS = 1_000;

/**
 * When the next scheduled work of these kinds is due, in the past where it is late; null when none
 * is planned. Asked for once a second at most, however many ask.
 */
export const nextScheduledChange = (
  reads: RowSource,
  kinds: readonly string[],
  now: () => number = () => performance.now(),
): (() => Promise<Date | null>) => {
  let found: Promise<Date | null> | null = null;
  let foundAt = -Infinity;
  return () => {
    if (found !== null && now() - foundAt < REMEMBERED_MS) return found;
    foundAt = now();
    const request = soonest(reads, kinds);
    found = request;
    // A failure is not remembered.
    request.catch(() => {
      if (found === request) found = null;
    });
    return request;
  };
};

const soonest = async (reads: RowSource, kinds: readonly string[]): Promise<Date | null> => {
  if (kinds.length === 0) return null;
  const [row] = await reads.query(
    `SELECT due_at FROM scheduled_work WHERE status = 'PENDING' AND kind IN (${placeholders(kinds)}) ORDER BY due_at LIMIT 1`,
    kinds,
  );
  return row ? fromSqlTime(row["due_at"]) : null;
};
