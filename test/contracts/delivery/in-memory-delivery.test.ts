import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import { inMemoryReads } from "../../fakes/catalog/in-memory-reads.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import { deliveryContract } from "./delivery.contract.js";

deliveryContract("in memory", async () => {
  const database = new InMemoryDatabase();
  return { unitOfWork: database.unitOfWork(inMemoryStores), ...inMemoryReads(database) };
});
