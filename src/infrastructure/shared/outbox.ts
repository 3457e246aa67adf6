import { randomUUID } from "node:crypto";
import type { DomainEvent } from "../../domain/shared/aggregate.js";
import { insertRows, toSqlJson, toSqlTime, type RowValues, type SqlSession } from "./sql.js";
import { leaveWork } from "./work-left.js";

export interface OutboxRow {
  readonly event_id: string;
  readonly type: string;
  readonly aggregate_id: string;
  readonly sequence: number;
  readonly payload: string;
  readonly occurred_at: string;
}

/** Every aggregate numbers its changes; the numbers keep its events in order. */
export interface SequencedEvent extends DomainEvent {
  readonly version: number;
}

/** Events leave in the same transaction as the state that caused them. */
export const appendToOutbox = (
  session: SqlSession,
  now: Date,
  events: readonly { readonly aggregateId: string; readonly event: SequencedEvent }[],
): Promise<void> => {
  if (events.length > 0) leaveWork(session);
  return insertRows(
    session,
    "outbox",
    events.map(({ aggregateId, event: { type, version, ...facts } }): OutboxRow & RowValues => ({
      event_id: randomUUID(),
      type,
      aggregate_id: aggregateId,
      sequence: version,
      payload: toSqlJson(facts),
      occurred_at: toSqlTime(now),
    })),
  );
};

/**
 * The version that is stored while these events are not: one less than the first of them; 0 for a new aggregate, null when
 * nothing happened.
 */
export const storedVersion = (events: readonly SequencedEvent[]): number | null => {
  const [first] = events;
  return first ? first.version - 1 : null;
};
