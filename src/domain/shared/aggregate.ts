/** A fact that will be announced: its type says what happened, its subject says to what. */
export interface DomainEvent {
  readonly type: string;
}

/** Collects what happened, until the store writes it together with the new state. */
export abstract class Aggregate<Event extends DomainEvent> {
  #events: Event[] = [];

  protected record(event: Event): void {
    this.#events.push(event);
  }

  /** Whether something happened that is not stored yet. */
  protected get hasNews(): boolean {
    return this.#events.length > 0;
  }

  pullEvents(): readonly Event[] {
    const events = this.#events;
    this.#events = [];
    return events;
  }
}
