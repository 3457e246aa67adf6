import { ownersOfKeysContract } from "../contracts/idempotency/owners-of-keys.contract.js";
import { storedKeysOf } from "../integration/embedded-store.js";
import { mysqlStores } from "./mysql-store.js";

const { open, end } = mysqlStores();

ownersOfKeysContract(
  "MySQL or MariaDB",
  async () => {
    const store = await open();
    return { ...store, storedKeys: () => storedKeysOf(store) };
  },
  end,
);
