/** A fact that is published once it is stored: `type` names what happened. */
export interface DomainEvent {
  readonly type: string;
}

/** Records events until the store writes them together with the new state. */
export abstract class Aggregate<Event extends DomainEvent> {
  #events: Event[] = [];

  protected record(event: Event): void {
    this.#events.push(event);
  }

  /** Whether there are events that are not stored yet. */
  protected get hasPendingEvents(): boolean {
    return this.#events.length > 0;
  }

  pullEvents(): readonly Event[] {
    const events = this.#events;
    this.#events = [];
    return events;
  }
}
