import { TEST_SECRET } from "../builders/test-fingerprints.js";
import { newDatabase } from "../integration-mysql/mysql-store.js";
import { journeys } from "./journeys.js";

journeys("MySQL or MariaDB", async () => {
  const { url, drop } = await newDatabase();
  return {
    environment: { PLINTH_DATABASE_URL: url, PLINTH_SECRET: TEST_SECRET },
    clear: drop,
  };
});
