import { idempotencyContract } from "../contracts/idempotency/idempotency.contract.js";
import { everythingStored } from "../integration/everything-stored.js";
import { newDatabase } from "./mysql-store.js";

idempotencyContract("MySQL or MariaDB", async () => {
  const database = await newDatabase();
  return everythingStored(database, database.drop);
});
