import { journey } from "../e2e/journey.js";
import { newDatabase } from "./mysql-store.js";

journey("MySQL or MariaDB", async () => {
  const { url, drop } = await newDatabase();
  return { environment: { PLINTH_DATABASE_URL: url }, clear: drop };
});
