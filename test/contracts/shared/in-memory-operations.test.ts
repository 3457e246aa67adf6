import type { EventEntry } from "../../../src/application/shared/events.js";
import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import type { StoredWork } from "../../fakes/in-memory-schedule.js";
import { operationsContract } from "./operations.contract.js";

const change = <Row>(rows: Map<string, Row>, id: string, changes: Partial<Row>): void => {
  const row = rows.get(id);
  if (row) rows.set(id, { ...row, ...changes });
};
const PARKED = { status: "PARKED", attempts: 10, lastError: "Error: jammed" } as const;

operationsContract("in memory", async () => {
  const database = new InMemoryDatabase();
  return {
    unitOfWork: database.unitOfWork(inMemoryStores),
    parkEvent: async (id) => change(database.rows<EventEntry>("event"), id, PARKED),
    deliverEvent: async (id, at) => {
      change(database.rows<EventEntry>("event"), id, { status: "DELIVERED" });
      database.rows<Date>("event-settled").set(id, at);
    },
    parkWork: async (id) => change(database.rows<StoredWork>("work"), id, PARKED),
    finishWork: async (id, doneAt) =>
      change(database.rows<StoredWork>("work"), id, { status: "DONE", doneAt }),
  };
});
