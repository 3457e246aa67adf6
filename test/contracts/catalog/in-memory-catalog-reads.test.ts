import { inMemoryCatalogReads } from "../../fakes/catalog/in-memory-catalog-reads.js";
import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import { inMemoryPricesAndStock } from "../../fakes/catalog/in-memory-prices-and-stock.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import { catalogReadsContract } from "./catalog-reads.contract.js";

catalogReadsContract("in memory", async () => {
  const database = new InMemoryDatabase();
  return {
    reads: inMemoryCatalogReads(database),
    pricesAndStock: inMemoryPricesAndStock(database),
    unitOfWork: database.unitOfWork(inMemoryStores),
  };
});
