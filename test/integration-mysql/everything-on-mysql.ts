import type { IdempotencySubject } from "../contracts/idempotency/idempotency.contract.js";
import { everythingStored } from "../integration/everything-stored.js";
import { newShop } from "./mysql-store.js";

export const everythingOnMysql = async (): Promise<IdempotencySubject> => {
  const database = await newShop();
  return everythingStored(database, database.drop);
};
