import type { EventEntry, EventLog } from "../../src/application/shared/events.js";
import type { InMemoryDatabase } from "./in-memory-database.js";

/** Rows of "event" by id, in the order of storing; "event-settled" has the times of delivery. */
export const inMemoryEventLog = (database: InMemoryDatabase): EventLog => {
  const rows = () => database.rows<EventEntry>("event");
  const replay = (chosen: readonly EventEntry[]): void => {
    for (const row of chosen)
      rows().set(row.id, { ...row, status: "PENDING", attempts: 0, dueAt: null, lastError: null });
  };
  const drop = (ids: readonly string[]): void => {
    for (const id of ids) rows().delete(id);
  };
  const ofIds = (ids: readonly string[]): readonly EventEntry[] =>
    [...rows().values()].filter(({ id }) => ids.includes(id));
  const inStatus = (requested: EventEntry["status"]): readonly EventEntry[] =>
    [...rows().values()].filter(({ status }) => status === requested);
  return {
    list: async (status, limit) => inStatus(status).slice(0, limit),
    ofIds: async (ids) => ofIds(ids),
    replay: async (ids) => replay(ofIds(ids)),
    replayParked: async () => {
      const parked = inStatus("PARKED");
      replay(parked);
      return parked.length;
    },
    drop: async (ids) => drop(ids),
    removeDelivered: async (before, limit) => {
      const settled = database.rows<Date>("event-settled");
      const expired = inStatus("DELIVERED")
        .filter(({ id }) => (settled.get(id) ?? before) < before)
        .slice(0, limit);
      drop(expired.map(({ id }) => id));
      return expired.length;
    },
  };
};
