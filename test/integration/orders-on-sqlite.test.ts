import { orderReadsContract } from "../contracts/orders/order-reads.contract.js";
import { ordersContract } from "../contracts/orders/orders.contract.js";
import { embeddedStore, outboxTypes } from "./embedded-store.js";

ordersContract("SQLite", async () => {
  const store = await embeddedStore();
  return { ...store, eventTypes: () => outboxTypes(store) };
});

orderReadsContract("SQLite", embeddedStore);
