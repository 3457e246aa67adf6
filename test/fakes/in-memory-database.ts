import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import type { Clock } from "../../src/application/shared/clock.js";
import type { EventEntry } from "../../src/application/shared/events.js";
import { NestedUnitOfWork, type UnitOfWork } from "../../src/application/shared/unit-of-work.js";
import { StaleVersion } from "../../src/domain/shared/stale-version.js";
import { fixedClock } from "./fixed-clock.js";

// One for all databases: on Node 20 each that was ever used slows down every promise of the process.
const inside = new AsyncLocalStorage<InMemoryDatabase>();

type Tables = Map<string, Map<string, unknown>>;

const texts = new WeakMap<object, string>();

/** The text of a row, written once: rows are replaced, never changed. */
const textOf = (row: unknown): string => {
  if (typeof row !== "object" || row === null) return JSON.stringify(row);
  const text = texts.get(row) ?? JSON.stringify(row);
  texts.set(row, text);
  return text;
};

const entryText = ([key, row]: readonly [string, unknown]): string =>
  `[${JSON.stringify(key)},${textOf(row)}]`;

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : 1;

const copyOf = (tables: Tables): Tables =>
  new Map([...tables].map(([name, rows]) => [name, new Map(rows)]));

export interface StoredEvent {
  readonly type: string;
  readonly [fact: string]: unknown;
}

interface Aggregate {
  pullEvents(): readonly { readonly type: string; readonly version: number }[];
  snapshot(): { readonly version: number };
}

/**
 * A small database for tests: units of work run one after the other, and a failed one changes
 * nothing.
 */
export class InMemoryDatabase {
  #tables: Tables = new Map();
  #outbox: StoredEvent[] = [];
  #last: Promise<unknown> = Promise.resolve();

  /** @param clock tells when a row is written */
  constructor(readonly clock: Clock = fixedClock()) {}

  get outbox(): readonly StoredEvent[] {
    return this.#outbox;
  }

  /** Rows by key. Ask for the map in each call: a rollback replaces it. */
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

  /** @throws StaleVersion unless the row has this version; a missing row has version 0 */
  checkVersion(table: string, id: string, version: number): void {
    if ((this.rows<{ readonly version: number }>(table).get(id)?.version ?? 0) !== version)
      throw new StaleVersion(id, version);
  }

  /** Removes the row of an aggregate and stores its last events. @throws StaleVersion */
  removeAggregate(table: string, id: string, aggregate: Aggregate): void {
    const events = aggregate.pullEvents();
    this.checkVersion(table, id, events[0] ? events[0].version - 1 : aggregate.snapshot().version);
    this.rows(table).delete(id);
    this.append(events, id);
  }

  unitOfWork<Stores>(open: (database: InMemoryDatabase) => Stores): UnitOfWork<Stores> {
    return {
      run: (work) => {
        if (inside.getStore() === this) return Promise.reject(new NestedUnitOfWork());
        const result = this.#last.then(() =>
          inside.run(this, () =>
            this.#allOrNothing(() =>
              work(open(this), { attempt: (part) => this.#allOrNothing(part) }),
            ),
          ),
        );
        this.#last = result.catch(() => undefined);
        return result;
      },
    };
  }

  /** Everything that is stored as text; equal content gives equal text. */
  dump(...excluded: readonly string[]): string {
    const tables = [...this.#tables]
      .filter(([name, rows]) => !excluded.includes(name) && rows.size > 0)
      .toSorted(byKey)
      .map(([name, rows]) => [name, [...rows].toSorted(byKey).map(entryText)]);
    return JSON.stringify([tables, this.#outbox.map(textOf)]);
  }

  clear(): void {
    [this.#tables, this.#outbox] = [new Map(), []];
  }

  /** @returns a function that restores the present content, as often as needed */
  snapshot(): () => void {
    const before = this.#copy();
    return () => {
      [this.#tables, this.#outbox] = [copyOf(before[0]), [...before[1]]];
    };
  }

  /** Rows are replaced, never changed: those of both copies are the same ones. */
  #copy(): readonly [Tables, StoredEvent[]] {
    return [copyOf(this.#tables), [...this.#outbox]];
  }

  async #allOrNothing<T>(part: () => Promise<T>): Promise<T> {
    const before = this.#copy();
    try {
      return await part();
    } catch (error) {
      [this.#tables, this.#outbox] = before;
      throw error;
    }
  }
}
