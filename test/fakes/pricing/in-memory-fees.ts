import type { FeeReads } from "../../../src/application/pricing/ports/fee-reads.js";
import type { Fees } from "../../../src/application/pricing/ports/pricing-stores.js";
import { FeeKeyTaken, FeeNotFound } from "../../../src/domain/pricing/fees/errors.js";
import { Fee, type FeeSnapshot } from "../../../src/domain/pricing/fees/fee.js";
import type { InMemoryDatabase } from "../in-memory-database.js";
import { byKey } from "./in-memory-price-lists.js";

const feesOf = (database: InMemoryDatabase) => database.rows<FeeSnapshot>("fee");
const sorted = (database: InMemoryDatabase): readonly FeeSnapshot[] =>
  structuredClone(
    [...feesOf(database).values()].toSorted((a, b) => a.position - b.position || byKey(a, b)),
  );

export const inMemoryFees = (database: InMemoryDatabase): Fees => ({
  get: async (id) => {
    const row = feesOf(database).get(id);
    if (!row) throw new FeeNotFound(id);
    return Fee.restore(structuredClone(row));
  },
  all: async () => sorted(database),
  save: async (fee) => {
    const [events, snapshot] = [fee.pullEvents(), fee.snapshot()];
    if (!events[0]) return;
    database.checkVersion("fee", snapshot.id, events[0].version - 1);
    const others = [...feesOf(database).values()].filter(({ id }) => id !== snapshot.id);
    if (others.some(({ key }) => key === snapshot.key)) throw new FeeKeyTaken(snapshot.key);
    feesOf(database).set(snapshot.id, structuredClone(snapshot));
    database.append(events, snapshot.id);
  },
  remove: async (fee) => {
    database.removeAggregate("fee", fee.id, fee);
  },
});

export const inMemoryFeeReads = (database: InMemoryDatabase): FeeReads => ({
  all: async () => sorted(database),
});
