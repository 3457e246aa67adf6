import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import { inMemoryReads } from "../../fakes/catalog/in-memory-reads.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import { productSearchContract } from "./product-search.contract.js";

productSearchContract(async () => {
  const database = new InMemoryDatabase();
  return {
    ...inMemoryReads(database),
    unitOfWork: database.unitOfWork(inMemoryStores),
    close: async () => undefined,
  };
});
