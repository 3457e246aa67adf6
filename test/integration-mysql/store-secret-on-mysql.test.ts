import { openStore } from "../../src/infrastructure/store.js";
import { storeSecretContract } from "../contracts/shared/store-secret.contract.js";
import { fixedClock } from "../fakes/fixed-clock.js";
import { newShop } from "./mysql-store.js";

storeSecretContract("MySQL or MariaDB", async () => {
  const database = await newShop();
  const processes = await Promise.all(
    [1, 2, 3, 4].map(() => openStore({ ...database, poolSize: 2 }, fixedClock())),
  );
  return {
    processes,
    close: async () => {
      for (const store of processes) await store.close();
      await database.drop();
    },
  };
});
