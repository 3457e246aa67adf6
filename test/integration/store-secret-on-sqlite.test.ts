import { openStore } from "../../src/infrastructure/store.js";
import { storeSecretContract } from "../contracts/shared/store-secret.contract.js";
import { fixedClock } from "../fakes/fixed-clock.js";
import { DEADLINES, embeddedStore } from "./embedded-store.js";

storeSecretContract("SQLite", async () => {
  const first = await embeddedStore();
  const { file } = first;
  const others = await Promise.all(
    [2, 3, 4].map(() => openStore({ kind: "embedded", file, deadlines: DEADLINES }, fixedClock())),
  );
  return {
    processes: [first, ...others],
    close: async () => {
      for (const store of [...others, first]) await store.close();
    },
  };
});
