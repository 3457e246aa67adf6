import { addedContextContract } from "../contracts/contexts/added-context.contract.js";
import { newDatabase } from "./mysql-store.js";

addedContextContract("MySQL", async () => {
  const database = await newDatabase();
  return { database, drop: database.drop };
});
