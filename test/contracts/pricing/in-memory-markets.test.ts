import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import { inMemoryReads } from "../../fakes/catalog/in-memory-reads.js";
import { marketsContract } from "./markets.contract.js";

marketsContract("in memory", async () => {
  const database = new InMemoryDatabase();
  return { unitOfWork: database.unitOfWork(inMemoryStores), ...inMemoryReads(database) };
});
