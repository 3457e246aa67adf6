import { afterAll } from "vitest";
import { orderReadsContract } from "../contracts/orders/order-reads.contract.js";
import { ordersContract } from "../contracts/orders/orders.contract.js";
import { outboxTypes } from "../integration/embedded-store.js";
import { mysqlStores } from "./mysql-store.js";

const { open, end } = mysqlStores();

ordersContract("MySQL or MariaDB", async () => {
  const store = await open();
  return { ...store, eventTypes: () => outboxTypes(store) };
});

orderReadsContract("MySQL or MariaDB", open);

afterAll(end);
