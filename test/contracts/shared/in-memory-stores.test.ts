import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import { inMemoryProductHistoryReads } from "../../fakes/catalog/in-memory-product-history.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import { storesContract } from "./stores.contract.js";

storesContract("in memory", async () => {
  const database = new InMemoryDatabase();
  return {
    unitOfWork: database.unitOfWork(inMemoryStores),
    productHistoryReads: inMemoryProductHistoryReads(database),
    outboxTypes: async () => database.outbox.map(({ type }) => type),
  };
});
