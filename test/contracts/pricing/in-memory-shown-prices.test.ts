import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import { inMemoryReads } from "../../fakes/catalog/in-memory-reads.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import { shownPricesContract } from "./shown-prices.contract.js";

shownPricesContract("in memory", () => ({
  open: async () => {
    const database = new InMemoryDatabase();
    return { unitOfWork: database.unitOfWork(inMemoryStores), ...inMemoryReads(database) };
  },
}));
