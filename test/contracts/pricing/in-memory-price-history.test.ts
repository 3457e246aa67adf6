import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import { inMemoryReads } from "../../fakes/catalog/in-memory-reads.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import { priceHistoryContract } from "./price-history.contract.js";

priceHistoryContract("in memory", (clock) => ({
  open: async () => {
    const database = new InMemoryDatabase(clock);
    return { unitOfWork: database.unitOfWork(inMemoryStores), ...inMemoryReads(database) };
  },
}));
