import { inMemoryCatalogReads } from "../../fakes/catalog/in-memory-catalog-reads.js";
import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import { inMemoryOffers } from "../../fakes/catalog/in-memory-offers.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import { catalogReadsContract } from "./catalog-reads.contract.js";

catalogReadsContract("in memory", async () => {
  const database = new InMemoryDatabase();
  return {
    reads: inMemoryCatalogReads(database),
    offers: inMemoryOffers(database),
    unitOfWork: database.unitOfWork(inMemoryStores),
  };
});
