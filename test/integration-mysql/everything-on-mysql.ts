import type { IdempotencySubject } from "../contracts/idempotency/idempotency.contract.js";
import { everythingStored, type AsideConnection } from "../integration/everything-stored.js";
import { connectTo, newShop } from "./mysql-store.js";

export const everythingOnMysql = async (): Promise<IdempotencySubject> => {
  const database = await newShop();
  return everythingStored(database, () => asideOf(database.url), database.drop);
};

/** All statements travel at once: a shop has dozens of tables, and is compared a thousand times. */
const asideOf = async (url: string): Promise<AsideConnection> => {
  const connection = await connectTo(url);
  const versions = async (tables: readonly string[]): Promise<readonly string[]> => {
    const [checksums = []] = await connection.query([`CHECKSUM TABLE ${tables.join(", ")}`]);
    return checksums.map((row) => JSON.stringify(row));
  };
  return { query: connection.query, versions, close: connection.close };
};
