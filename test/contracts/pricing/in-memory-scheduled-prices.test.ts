import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import { inMemoryScheduledPriceReads } from "../../fakes/pricing/in-memory-scheduled-price-reads.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import { scheduledPricesContract } from "./scheduled-prices.contract.js";

scheduledPricesContract("in memory", async () => {
  const database = new InMemoryDatabase();
  return {
    unitOfWork: database.unitOfWork(inMemoryStores),
    scheduledPriceReads: inMemoryScheduledPriceReads(database),
  };
});
