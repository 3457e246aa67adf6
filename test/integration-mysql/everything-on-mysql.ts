import type { MatrixGround } from "../contracts/idempotency/idempotency.contract.js";
import { everythingStored } from "../integration/everything-stored.js";
import { newShop } from "./mysql-store.js";

export const everythingOnMysql = async (): Promise<MatrixGround> => {
  const database = await newShop();
  return everythingStored(database, database.drop);
};
