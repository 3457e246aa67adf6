import { catalog, type Catalog } from "../../../src/application/catalog/catalog.js";
import { operations, type Operations } from "../../../src/application/operations/operations.js";
import { fixedClock } from "../fixed-clock.js";
import { InMemoryDatabase } from "../in-memory-database.js";
import { inMemorySettings } from "../in-memory-settings.js";
import { numberedIds } from "../numbered-ids.js";
import { inMemoryCatalogReads } from "./in-memory-catalog-reads.js";
import { inMemoryStores } from "./in-memory-catalog-stores.js";
import { inMemoryOffers } from "./in-memory-offers.js";

export interface InMemoryCatalog {
  readonly catalog: Catalog;
  readonly operations: Operations;
  readonly database: InMemoryDatabase;
}

/** The whole catalogue without a database. */
export const inMemoryCatalog = (currency = "EUR"): InMemoryCatalog => {
  const database = new InMemoryDatabase();
  return {
    database,
    catalog: catalog({
      catalogReads: inMemoryCatalogReads(database),
      offers: inMemoryOffers(database),
      unitOfWork: database.unitOfWork(() => ({ ...inMemoryStores(database), settings: inMemorySettings(database) })),
      clock: fixedClock(),
      ids: numberedIds(),
      currency,
    }),
    operations: operations({ unitOfWork: database.unitOfWork(inMemoryStores), clock: fixedClock() }),
  };
};
