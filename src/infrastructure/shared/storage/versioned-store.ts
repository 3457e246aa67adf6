import type { Clock } from "../../../application/shared/clock.js";
import type { DomainError } from "../../../domain/shared/domain-error.js";
import {
  changeOf,
  removalOf,
  type AggregateChange,
  type SequencedEvent,
} from "../database/aggregate-change.js";
import { isDuplicate } from "../database/driver-error.js";
import { forUpdate, type SqlSession } from "../database/sql-session.js";
import type { Table } from "../database/table-of.js";
import { removeRow, saveRow, versioned } from "../database/versioned-row.js";
import { appendToOutbox } from "../worker/append-to-outbox.js";

interface Versioned {
  readonly id: string;
  readonly version: number;
}

interface Aggregate<Snapshot> {
  pullEvents(): readonly SequencedEvent[];
  snapshot(): Snapshot;
}

type EventOf<Stored extends Aggregate<unknown>> = ReturnType<Stored["pullEvents"]>[number];

interface Mapping<Snapshot extends Versioned, Stored extends Aggregate<Snapshot>> {
  /** Its `keyColumn` is unique. */
  readonly table: Table<Snapshot> & { readonly name: string; readonly keyColumn?: string };
  /** The columns that all of them are sorted by: the key or the id when left out. */
  readonly order?: string;
  readonly restore: (snapshot: Snapshot) => Stored;
  readonly notFound: (id: Snapshot["id"]) => DomainError;
  /** The error of a second one with the same key. */
  readonly keyTaken?: (snapshot: Snapshot) => DomainError;
  /** Writes what depends on the row, after it and before the events. */
  readonly alsoWrite?: (written: Written<Snapshot, EventOf<Stored>>) => Promise<void>;
}

interface Written<Snapshot, Event extends SequencedEvent> extends AggregateChange<Snapshot, Event> {
  readonly isRemoved: boolean;
  readonly now: Date;
}

/** What the stores of aggregates have that are one row each: get, save and remove. */
export const versionedStore = <Snapshot extends Versioned, Stored extends Aggregate<Snapshot>>(
  session: SqlSession,
  clock: Clock,
  { table, order, restore, notFound, keyTaken, alsoWrite }: Mapping<Snapshot, Stored>,
) => {
  const { name, keyColumn, selection, toRecord, toRow } = table;
  const finish = async (
    change: AggregateChange<Snapshot, EventOf<Stored>>,
    isRemoved: boolean,
  ): Promise<void> => {
    const now = clock.now();
    await alsoWrite?.({ ...change, isRemoved, now });
    const { snapshot, events } = change;
    await appendToOutbox(session, now, [{ aggregateId: snapshot.id, events }]);
  };
  return {
    /** Locks it. */
    get: async (id: Snapshot["id"]): Promise<Stored> => {
      const [row] = await session.query(
        `SELECT ${selection} FROM ${name} WHERE id = ?${forUpdate(session)}`,
        [id],
      );
      if (!row) throw notFound(id);
      return restore(toRecord(row));
    },
    /** Not locked. */
    all: async (): Promise<readonly Snapshot[]> =>
      (
        await session.query(
          `SELECT ${selection} FROM ${name} ORDER BY ${order ?? keyColumn ?? "id"}`,
        )
      ).map(toRecord),
    save: async (aggregate: Stored): Promise<void> => {
      const change = changeOf<Snapshot, EventOf<Stored>>(aggregate);
      if (!change) return;
      const { snapshot, replaces } = change;
      try {
        await saveRow(session, name, versioned(snapshot, toRow(snapshot)), replaces);
      } catch (error) {
        if (keyTaken && isDuplicate(error, name, keyColumn ?? "")) throw keyTaken(snapshot);
        throw error;
      }
      await finish(change, false);
    },
    remove: async (aggregate: Stored): Promise<void> => {
      const change = removalOf<Snapshot, EventOf<Stored>>(aggregate);
      await removeRow(session, name, change.snapshot.id, change.replaces);
      await finish(change, true);
    },
  };
};
