import { afterAll } from "vitest";
import { ordersContract } from "../contracts/orders/orders.contract.js";
import { outboxTypes } from "../integration/embedded-store.js";
import { mysqlStores } from "./mysql-store.js";

const { open, end } = mysqlStores();

ordersContract("MySQL or MariaDB", async () => {
  const store = await open();
  return { ...store, eventTypes: () => outboxTypes(store) };
});

afterAll(end);
