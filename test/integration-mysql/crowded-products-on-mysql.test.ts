import { openStore } from "../../src/infrastructure/store.js";
import { systemClock } from "../../src/infrastructure/shared/system-clock.js";
import { crowdedProductsContract } from "../contracts/listing/crowded-products.contract.js";
import { newShop } from "./mysql-store.js";

crowdedProductsContract("MySQL or MariaDB", [1, 2], async () => {
  const database = await newShop();
  return {
    stores: [await openStore(database, systemClock), await openStore(database, systemClock)],
    drop: database.drop,
  };
});
