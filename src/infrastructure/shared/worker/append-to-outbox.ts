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
  const nextId = eventIds(now);
  const rows = aggregates.flatMap(({ aggregateId, events }) =>
    events.map(({ type, version, ...facts }) => ({
      event_id: nextId(),
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

/**
 * UUIDs that begin with the time (RFC 9562, version 7): neighbours in their index. With random ones
 * an import would write to a page of the index for each event.
 */
const eventIds = (now: Date): (() => string) => {
  const time = now.getTime().toString(16).padStart(12, "0");
  const head = `${time.slice(0, 8)}-${time.slice(8)}-7`;
  return () => head + randomUUID().slice(head.length);
};
