import { storesContract } from "../contracts/shared/stores.contract.js";
import { embeddedStore, outboxTypes } from "./embedded-store.js";

storesContract("SQLite", async () => {
  const store = await embeddedStore();
  return { ...store, outboxTypes: () => outboxTypes(store) };
});
