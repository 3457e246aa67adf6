import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import type { EventEntry } from "../../src/application/shared/events.js";
import { NestedUnitOfWork, type UnitOfWork } from "../../src/application/shared/unit-of-work.js";

type Tables = Map<string, Map<string, unknown>>;

export interface StoredEvent {
  readonly type: string;
  readonly [fact: string]: unknown;
}

/** Just enough of a database for tests: units of work queue up, and what fails leaves no trace. */
export class InMemoryDatabase {
  #tables: Tables = new Map();
  #outbox: StoredEvent[] = [];
  #turn: Promise<unknown> = Promise.resolve();
  readonly #inside = new AsyncLocalStorage<true>();

  get outbox(): readonly StoredEvent[] {
    return this.#outbox;
  }

  /** Rows by key. Ask for the map anew in each call: a rollback puts other maps in place. */
  rows<Row>(table: string): Map<string, Row> {
    if (!this.#tables.has(table)) this.#tables.set(table, new Map());
    return this.#tables.get(table) as Map<string, Row>;
  }

  append(
    events: readonly { readonly type: string; readonly version?: number }[],
    aggregateId = "unknown",
  ): void {
    this.#outbox.push(...(structuredClone(events) as StoredEvent[]));
    for (const { type, version: sequence = 0 } of events) {
      const id = randomUUID();
      const entry: EventEntry = {
        id,
        type,
        aggregateId,
        sequence,
        occurredAt: new Date("2026-01-01T12:00:00.000Z"),
        status: "PENDING",
        attempts: 0,
        dueAt: null,
        lastError: null,
      };
      this.rows<EventEntry>("event").set(id, entry);
    }
  }

  unitOfWork<Stores>(open: (database: InMemoryDatabase) => Stores): UnitOfWork<Stores> {
    return {
      run: (work) => {
        if (this.#inside.getStore()) return Promise.reject(new NestedUnitOfWork());
        const result = this.#turn.then(() =>
          this.#inside.run(true, () =>
            this.#allOrNothing(() =>
              work(open(this), { attempt: (part) => this.#allOrNothing(part) }),
            ),
          ),
        );
        this.#turn = result.catch(() => undefined);
        return result;
      },
    };
  }

  /** Everything that is stored, as text that is the same for the same content. */
  dump(...without: readonly string[]): string {
    const tables = [...this.#tables]
      .filter(([name, rows]) => !without.includes(name) && rows.size > 0)
      .toSorted(([a], [b]) => (a < b ? -1 : 1));
    return JSON.stringify([
      tables.map(([name, rows]) => [name, [...rows].toSorted(([a], [b]) => (a < b ? -1 : 1))]),
      this.#outbox,
    ]);
  }

  clear(): void {
    [this.#tables, this.#outbox] = [new Map(), []];
  }

  /** @returns the way back to what is stored now, as often as it is needed */
  remember(): () => void {
    const [tables, outbox] = structuredClone([this.#tables, this.#outbox] as const);
    return () => {
      [this.#tables, this.#outbox] = structuredClone([tables, outbox] as const);
    };
  }

  async #allOrNothing<T>(part: () => Promise<T>): Promise<T> {
    const before = [structuredClone(this.#tables), structuredClone(this.#outbox)] as const;
    try {
      return await part();
    } catch (error) {
      [this.#tables, this.#outbox] = before;
      throw error;
    }
  }
}
