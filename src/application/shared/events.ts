/** A stored event, saved in the transaction of the change that it reports. */
export interface StoredEvent {
  /** A UUID. */
  readonly id: string;
  /** Such as `catalog.product-created`. */
  readonly type: string;
  /**
   * The events of one aggregate are delivered one after the other, in the order in which they were
   * stored. No two aggregates share it, also when both are about one variant.
   */
  readonly aggregateId: string;
  /** The version of the aggregate after the event. The events of one change share it. */
  readonly sequence: number;
  readonly occurredAt: Date;
  /** Further facts, as plain JSON. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/**
 * Handles events. An event is delivered at least once, and its effect happens once: the effect and
 * the note that the event was handled are one unit of work. After an error the event is delivered
 * again later, ten times in all; until then later events of the same aggregate wait. After that the
 * event is parked, and they continue.
 */
export interface Subscriber<Stores> {
  /**
   * Its name in the inbox, at most 64 of `a-z0-9.-`. After a change of the name all events are
   * handled again.
   */
  readonly name: string;
  readonly types: readonly string[];
  /**
   * Whether it wants such events now; always when left out. Asked once for many events, after they
   * are committed: those that nobody wants are passed over together.
   */
  isInterested?(stores: Stores): Promise<boolean>;
  /**
   * Runs inside a unit of work, maybe several times, so it uses only the stores: no HTTP, no mail.
   */
  handle(event: StoredEvent, stores: Stores): Promise<void>;
  /**
   * Handles many events in one unit of work, where neither their order nor their number matters.
   * After an error each of them is handled by itself.
   */
  handleTogether?(events: readonly StoredEvent[], stores: Stores): Promise<void>;
}

const EVENT_STATUSES = ["PENDING", "PARKED", "DELIVERED"] as const;
/** Waiting for subscribers, parked after ten failures, or handled by all subscribers. */
export type EventStatus = (typeof EVENT_STATUSES)[number];

/** An event for the operator, without its facts, which may contain personal data. */
export interface EventEntry extends Omit<StoredEvent, "facts"> {
  readonly status: EventStatus;
  /** How many times its delivery has failed. */
  readonly attempts: number;
  /** When the next attempt is due; null when it does not wait for one. */
  readonly dueAt: Date | null;
  /** The subscriber that failed last, with the name and the code of the error. */
  readonly lastError: string | null;
}

/** The events and their delivery, for the operator. */
export interface EventLog {
  /** Oldest first. */
  list(status: EventStatus, limit: number): Promise<readonly EventEntry[]>;
  /** The existing events with these ids, locked. */
  ofIds(ids: readonly string[]): Promise<readonly EventEntry[]>;
  /**
   * Delivers events again, with all attempts. A subscriber that has handled an event does not
   * handle it again.
   */
  replay(ids: readonly string[]): Promise<void>;
  /** Replays all parked events. @returns how many */
  replayParked(): Promise<number>;
  /** Removes events, delivered or not, and their inbox entries. */
  drop(ids: readonly string[]): Promise<void>;
  /** Removes events that were delivered before a time. @returns how many, at most the limit */
  removeDelivered(before: Date, limit: number): Promise<number>;
}

export interface EventStores {
  readonly eventLog: EventLog;
}
