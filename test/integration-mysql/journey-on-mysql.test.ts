import { TEST_SECRET } from "../builders/test-fingerprints.js";
import { journey } from "../e2e/journey.js";
import { newDatabase } from "./mysql-store.js";

journey("MySQL or MariaDB", async () => {
  const { url, drop } = await newDatabase();
  return {
    environment: { PLINTH_DATABASE_URL: url, PLINTH_SECRET: TEST_SECRET },
    clear: drop,
  };
});
