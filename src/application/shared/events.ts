/** A fact as it was stored: in the transaction of the state that it tells of. */
export interface StoredEvent {
  /** A UUID. */
  readonly id: string;
  /** What happened: `catalog.product-created`. */
  readonly type: string;
  /** To what: the events of one aggregate are delivered one after the other, in the order in which they were stored. */
  readonly aggregateId: string;
  /** The version of the aggregate that the event led to; events of one change share it. */
  readonly sequence: number;
  readonly occurredAt: Date;
  /** What else the event says, as plain JSON. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/**
 * Somebody who reacts to events. An event comes at least once, and its effect happens once: the effect and the note that the event
 * was taken are one unit of work. Whoever throws is asked again later, ten times in all; until then later events of
 * the same aggregate wait, and after that the event is parked and they go on.
 */
export interface Subscriber<Stores> {
  /** Names the reader in the inbox, at most 64 of `a-z0-9.-`. Under another name it is another reader, who takes events again. */
  readonly name: string;
  readonly types: readonly string[];
  /** Runs inside a unit of work, maybe several times, so it touches only the stores: no HTTP, no mail. */
  take(event: StoredEvent, stores: Stores): Promise<void>;
}

export const EVENT_STATUSES = ["PENDING", "PARKED", "DELIVERED"] as const;
/** Waiting for its subscribers, given up on after ten failures, or taken by all of them. */
export type EventStatus = (typeof EVENT_STATUSES)[number];

/** An event as the operator sees it: without its facts, which may hold what is nobody's business. */
export interface EventEntry extends Omit<StoredEvent, "facts"> {
  readonly status: EventStatus;
  /** How many times its delivery has failed. */
  readonly attempts: number;
  /** When it is tried again; null where nothing holds it up. */
  readonly dueAt: Date | null;
  /** The subscriber that failed last, with name and code of its failure. */
  readonly lastError: string | null;
}

/** The events and how far they have come, for whoever keeps the shop running. */
export interface EventLog {
  /** Oldest first. */
  list(status: EventStatus, limit: number): Promise<readonly EventEntry[]>;
  /** Those of the events that there are, to be changed in this unit of work. */
  ofIds(ids: readonly string[]): Promise<readonly EventEntry[]>;
  /** Has events delivered again, with all their attempts; a subscriber that has taken one already does not take it twice. */
  replay(ids: readonly string[]): Promise<void>;
  /** Replays everything that is parked. @returns how many that were */
  replayParked(): Promise<number>;
  /** Removes events, delivered or not, and who has taken them. */
  drop(ids: readonly string[]): Promise<void>;
  /** Forgets events that were delivered before a time. @returns how many, at most the limit */
  forgetDelivered(before: Date, limit: number): Promise<number>;
}

export interface EventStores {
  readonly eventLog: EventLog;
}
