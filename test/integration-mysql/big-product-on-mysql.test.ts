import { openStore } from "../../src/infrastructure/store.js";
import { systemClock } from "../../src/infrastructure/shared/system-clock.js";
import { bigProductContract } from "../contracts/catalog/big-product.contract.js";
import { newShop } from "./mysql-store.js";

bigProductContract("MySQL or MariaDB", async () => {
  const database = await newShop();
  return {
    stores: [await openStore(database, systemClock), await openStore(database, systemClock)],
    drop: database.drop,
  };
});
