import { migrationsContract } from "../contracts/shared/migrations.contract.js";
import { newDatabase } from "./mysql-store.js";

migrationsContract("MySQL or MariaDB", async () => {
  const database = await newDatabase();
  return { database, drop: database.drop };
});
