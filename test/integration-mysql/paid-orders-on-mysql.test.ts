import { TEST_SECRET } from "../builders/test-fingerprints.js";
import { paidOrders } from "../e2e/paid-orders.js";
import { newDatabase } from "./mysql-store.js";

paidOrders("MySQL or MariaDB", async () => {
  const { url, drop } = await newDatabase();
  return {
    environment: { PLINTH_DATABASE_URL: url, PLINTH_SECRET: TEST_SECRET },
    clear: drop,
  };
});
