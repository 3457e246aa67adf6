import type { PriceLists } from "../../../src/application/pricing/ports/pricing-stores.js";
import { PriceListKeyTaken, PriceListNotFound } from "../../../src/domain/pricing/errors.js";
import { PriceList, type PriceListSnapshot } from "../../../src/domain/pricing/price-list.js";
import type { InMemoryDatabase } from "../in-memory-database.js";
import { notePriceList } from "./in-memory-price-history.js";

export const listsOf = (database: InMemoryDatabase) =>
  database.rows<PriceListSnapshot>("price_list");

export const byKey = (a: { readonly key: string }, b: { readonly key: string }): number =>
  a.key < b.key ? -1 : 1;

export const inMemoryPriceLists = (database: InMemoryDatabase): PriceLists => ({
  get: async (id) => {
    const row = listsOf(database).get(id);
    if (!row) throw new PriceListNotFound(id);
    return PriceList.restore(structuredClone(row));
  },
  lockAll: async () => structuredClone([...listsOf(database).values()].toSorted(byKey)),
  madeFor: async (audience) =>
    structuredClone(
      [...listsOf(database).values()]
        .filter((list) =>
          "market" in audience
            ? list.market === audience.market
            : list.customerGroup === audience.customerGroup,
        )
        .toSorted(byKey),
    ),
  save: async (list) => {
    const [events, snapshot] = [list.pullEvents(), list.snapshot()];
    if (!events[0]) return;
    database.checkVersion("price_list", snapshot.id, events[0].version - 1);
    if (
      [...listsOf(database).values()].some(
        ({ id, key }) => id !== snapshot.id && key === snapshot.key,
      )
    )
      throw new PriceListKeyTaken(snapshot.key);
    listsOf(database).set(snapshot.id, structuredClone(snapshot));
    notePriceList(database, snapshot, false);
    database.append(events, snapshot.id);
  },
  remove: async (list) => {
    database.removeAggregate("price_list", list.id, list);
    notePriceList(database, list.snapshot(), true);
  },
});
