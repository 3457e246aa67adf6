import { ownersOfKeysContract } from "../contracts/idempotency/owners-of-keys.contract.js";
import { embeddedStore, storedKeysOf } from "./embedded-store.js";

ownersOfKeysContract("SQLite", async () => {
  const store = await embeddedStore();
  return { ...store, storedKeys: () => storedKeysOf(store) };
});
