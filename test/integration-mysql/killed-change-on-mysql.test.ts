import { killedChangeContract } from "../contracts/shared/killed-change.contract.js";
import { newShop } from "./mysql-store.js";

killedChangeContract("MySQL or MariaDB", async () => {
  const { drop, ...database } = await newShop();
  return { database, drop };
});
