import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import { inMemoryReads } from "../../fakes/catalog/in-memory-reads.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import { catalogReadsContract } from "../catalog/catalog-reads.contract.js";
import { searchedLists } from "./searched-lists.js";

catalogReadsContract("as the shop searches it, in memory", async () => {
  const database = new InMemoryDatabase();
  const reads = inMemoryReads(database);
  return {
    reads: searchedLists(reads),
    pricesAndStock: reads.pricesAndStock,
    unitOfWork: database.unitOfWork(inMemoryStores),
  };
});
