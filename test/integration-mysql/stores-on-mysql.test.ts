import { storesContract } from "../contracts/shared/stores.contract.js";
import { outboxTypes } from "../integration/embedded-store.js";
import { mysqlStores } from "./mysql-store.js";

const { open, end } = mysqlStores();

storesContract(
  "MySQL or MariaDB",
  async () => {
    const store = await open();
    return { ...store, outboxTypes: () => outboxTypes(store) };
  },
  end,
);
