import { Aggregate, type DomainEvent } from "./aggregate.js";
import { deepEqual } from "./deep-equal.js";

/** What the snapshot of a versioned aggregate has besides its content. */
export interface VersionedState<Id extends string = string> {
  readonly id: Id;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

type Content<Snapshot> = Omit<Snapshot, keyof VersionedState>;

/** An aggregate that is one record of fields. Each change replaces fields and adds one to the version. */
export abstract class VersionedAggregate<
  Snapshot extends VersionedState,
  Event extends DomainEvent,
> extends Aggregate<Event> {
  protected constructor(protected state: Snapshot) {
    super();
  }

  get id(): Snapshot["id"] {
    return this.state.id;
  }

  snapshot(): Snapshot {
    return this.state;
  }

  /** The event of a change, with the version that the change made. */
  protected abstract event(change: "created" | "updated" | "deleted"): Event;

  /** Records that it is new. */
  protected created(): this {
    this.record(this.event("created"));
    return this;
  }

  /** Replaces fields with checked values, and records it. @returns whether anything changed */
  protected update(fields: Partial<Content<Snapshot>>, now: Date): boolean {
    const hasChanged = this.replace(fields, now);
    if (hasChanged) this.record(this.event("updated"));
    return hasChanged;
  }

  /** As `update`, but the caller records what happened. */
  protected replace(fields: Partial<Content<Snapshot>>, now: Date): boolean {
    const next = { ...this.state, ...fields };
    if (deepEqual(next, this.state)) return false;
    this.state = next;
    this.touch(now);
    return true;
  }

  /** Makes the next version without another content. */
  protected touch(now: Date): void {
    this.state = { ...this.state, version: this.state.version + 1, updatedAt: now };
  }

  /** Records the deletion. */
  protected deleted(): void {
    this.state = { ...this.state, version: this.state.version + 1 };
    this.record(this.event("deleted"));
  }
}

/** The state of an aggregate that is made now. */
export const newState = <Id extends string>(id: Id, now: Date): VersionedState<Id> => ({
  id,
  version: 1,
  createdAt: now,
  updatedAt: now,
});
