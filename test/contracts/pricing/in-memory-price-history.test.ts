import type { Clock } from "../../../src/application/shared/clock.js";
import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import { inMemoryReads } from "../../fakes/catalog/in-memory-reads.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import { lowestPricesContract } from "./lowest-prices.contract.js";
import { marketsAtMomentsContract } from "./markets-at-moments.contract.js";
import { priceHistoryContract } from "./price-history.contract.js";
import { quotesAtMomentsContract } from "./quotes-at-moments.contract.js";

const inMemory = (clock: Clock) => ({
  open: async () => {
    const database = new InMemoryDatabase(clock);
    return { unitOfWork: database.unitOfWork(inMemoryStores), ...inMemoryReads(database) };
  },
});

priceHistoryContract("in memory", inMemory);
quotesAtMomentsContract("in memory", inMemory);
marketsAtMomentsContract("in memory", inMemory);
lowestPricesContract("in memory", inMemory);
