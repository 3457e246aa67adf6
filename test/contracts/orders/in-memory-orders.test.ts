import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import { inMemoryOrderReads } from "../../fakes/orders/in-memory-order-reads.js";
import { orderReadsContract } from "./order-reads.contract.js";
import { ordersContract } from "./orders.contract.js";

ordersContract("in memory", async () => {
  const database = new InMemoryDatabase();
  return {
    unitOfWork: database.unitOfWork(inMemoryStores),
    eventTypes: async () => database.outbox.map(({ type }) => type),
  };
});

orderReadsContract("in memory", async () => {
  const database = new InMemoryDatabase();
  return {
    unitOfWork: database.unitOfWork(inMemoryStores),
    orderReads: inMemoryOrderReads(database),
  };
});
