import type { MatrixGround } from "../contracts/idempotency/idempotency.contract.js";
import { everythingStored } from "../integration/everything-stored.js";
import { newDatabase } from "./mysql-store.js";

export const everythingOnMysql = async (): Promise<MatrixGround> => {
  const database = await newDatabase();
  return everythingStored(database, database.drop);
};
