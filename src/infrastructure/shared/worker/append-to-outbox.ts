import { randomUUID } from "node:crypto";
import type { SequencedEvent } from "../database/aggregate-change.js";
import { insertRows } from "../database/insert-rows.js";
import type { SqlSession } from "../database/sql-session.js";
import { toSqlJson, toSqlTime } from "../database/sql-value.js";
import { signalWork } from "./signal-work.js";

interface AggregateEvents {
  readonly aggregateId: string;
  readonly events: readonly SequencedEvent[];
}

/** Stores events in the transaction of the state that caused them. */
export const appendToOutbox = (
  session: SqlSession,
  now: Date,
  aggregates: readonly AggregateEvents[],
): Promise<void> => {
  const rows = aggregates.flatMap(({ aggregateId, events }) =>
    events.map(({ type, version, ...facts }) => ({
      event_id: randomUUID(),
      type,
      aggregate_id: aggregateId,
      sequence: version,
      payload: toSqlJson(facts),
      occurred_at: toSqlTime(now),
    })),
  );
  if (rows.length > 0) signalWork(session);
  return insertRows(session, "outbox", rows);
};
