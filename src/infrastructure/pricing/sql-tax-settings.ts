import type { Clock } from "../../application/shared/clock.js";
import type { TaxSettingEvent } from "../../domain/pricing/tax-settings/events.js";
import type { DomainError } from "../../domain/shared/domain-error.js";
import { changeOf, removalOf } from "../shared/database/aggregate-change.js";
import { isDuplicate } from "../shared/database/driver-error.js";
import { forUpdate, type SqlSession } from "../shared/database/sql-session.js";
import type { Table } from "../shared/database/table-of.js";
import { removeRow, saveRow, versioned } from "../shared/database/versioned-row.js";
import { appendToOutbox } from "../shared/worker/append-to-outbox.js";
import { noteChangedTaxes } from "./changed-taxes.js";

interface Setting<Snapshot> {
  readonly id: string;
  pullEvents(): readonly TaxSettingEvent[];
  snapshot(): Snapshot;
}

interface Kind<Snapshot, Stored> {
  readonly table: Table<Snapshot> & { readonly name: string; readonly keyColumn?: string };
  readonly restore: (snapshot: Snapshot) => Stored;
  readonly notFound: (id: string) => DomainError;
  readonly keyTaken?: (snapshot: Snapshot) => DomainError;
}

/** What the stores of all tax settings have. */
export const sqlTaxSettings = <
  Snapshot extends { readonly id: string; readonly version: number },
  Stored extends Setting<Snapshot>,
>(
  session: SqlSession,
  clock: Clock,
  { table, restore, notFound, keyTaken }: Kind<Snapshot, Stored>,
) => {
  const announce = (id: string, events: readonly TaxSettingEvent[]): Promise<void> => {
    noteChangedTaxes(session);
    return appendToOutbox(session, clock.now(), [{ aggregateId: id, events }]);
  };
  return {
    get: async (id: string): Promise<Stored> => {
      const [row] = await session.query(
        `SELECT ${table.selection} FROM ${table.name} WHERE id = ?${forUpdate(session)}`,
        [id],
      );
      if (!row) throw notFound(id);
      return restore(table.toRecord(row));
    },
    all: async (): Promise<readonly Snapshot[]> =>
      (
        await session.query(
          `SELECT ${table.selection} FROM ${table.name} ORDER BY ${table.keyColumn ?? "id"}`,
          [],
        )
      ).map(table.toRecord),
    save: async (setting: Stored): Promise<void> => {
      const change = changeOf<Snapshot, TaxSettingEvent>(setting);
      if (!change) return;
      const { snapshot, events, replaces } = change;
      try {
        await saveRow(session, table.name, versioned(snapshot, table.toRow(snapshot)), replaces);
      } catch (error) {
        if (keyTaken && isDuplicate(error, table.name, table.keyColumn ?? ""))
          throw keyTaken(snapshot);
        throw error;
      }
      await announce(setting.id, events);
    },
    remove: async (setting: Stored): Promise<void> => {
      const { events, replaces } = removalOf<Snapshot, TaxSettingEvent>(setting);
      await removeRow(session, table.name, setting.id, replaces);
      await announce(setting.id, events);
    },
  };
};
