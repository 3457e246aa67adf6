import type { DomainEvent } from "../../../domain/shared/aggregate.js";

/** Every aggregate numbers its changes; the numbers order its events. */
export interface SequencedEvent extends DomainEvent {
  readonly version: number;
}

/** What a store has to write for an aggregate. */
export interface AggregateChange<Snapshot, Event extends SequencedEvent> {
  readonly snapshot: Snapshot;
  readonly events: readonly Event[];
  /** The version that must be stored before; 0 for a new aggregate. */
  readonly replaces: number;
}

interface Aggregate<Snapshot, Event extends SequencedEvent> {
  pullEvents(): readonly Event[];
  snapshot(): Snapshot;
}

/** The change that is not stored yet; null when nothing has happened. */
export const changeOf = <Snapshot, Event extends SequencedEvent>(
  aggregate: Aggregate<Snapshot, Event>,
): AggregateChange<Snapshot, Event> | null => {
  const events = aggregate.pullEvents();
  const [first] = events;
  return first ? { snapshot: aggregate.snapshot(), events, replaces: first.version - 1 } : null;
};

/** What a store has to write to remove an aggregate. */
export const removalOf = <
  Snapshot extends { readonly version: number },
  Event extends SequencedEvent,
>(
  aggregate: Aggregate<Snapshot, Event>,
): AggregateChange<Snapshot, Event> => {
  const events = aggregate.pullEvents();
  const snapshot = aggregate.snapshot();
  const [first] = events;
  return { snapshot, events, replaces: first ? first.version - 1 : snapshot.version };
};
