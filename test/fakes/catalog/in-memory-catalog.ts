import { catalog, type Catalog } from "../../../src/application/catalog/catalog.js";
import { operations, type Operations } from "../../../src/application/operations/operations.js";
import { pricing, type Pricing } from "../../../src/application/pricing/pricing.js";
import type { Clock } from "../../../src/application/shared/clock.js";
import { Market } from "../../../src/domain/pricing/markets/market.js";
import { fixedClock } from "../fixed-clock.js";
import { InMemoryDatabase } from "../in-memory-database.js";
import { inMemorySettings } from "../in-memory-settings.js";
import { numberedIds } from "../numbered-ids.js";
import { inMemoryMarketReads } from "../pricing/in-memory-markets.js";
import { inMemoryRowCheckReads } from "../in-memory-row-checks.js";
import { inMemoryStores } from "./in-memory-catalog-stores.js";
import { inMemoryReads } from "./in-memory-reads.js";

export interface InMemoryCatalog {
  readonly catalog: Catalog;
  readonly pricing: Pricing;
  readonly operations: Operations;
  readonly database: InMemoryDatabase;
}

/** The whole catalogue without a database. */
export const inMemoryCatalog = (currency = "EUR", clock: Clock = fixedClock()): InMemoryCatalog => {
  const database = new InMemoryDatabase();
  const defaultMarket = Market.openDefault(
    numberedIds().next("market"),
    { currency, locale: "en" },
    clock.now(),
  ).snapshot();
  database.rows("market").set(defaultMarket.id, defaultMarket);
  return {
    database,
    catalog: catalog({
      ...inMemoryReads(database),
      unitOfWork: database.unitOfWork(() => ({
        ...inMemoryStores(database),
        settings: inMemorySettings(database),
      })),
      clock,
      ids: numberedIds(),
      currency,
    }),
    pricing: pricing({
      ...inMemoryReads(database),
      markets: { all: inMemoryMarketReads(database) },
      unitOfWork: database.unitOfWork(inMemoryStores),
      clock,
      ids: numberedIds(500_000),
      currency,
    }),
    operations: operations({
      unitOfWork: database.unitOfWork(inMemoryStores),
      rowCheckReads: inMemoryRowCheckReads(database),
      clock,
    }),
  };
};
