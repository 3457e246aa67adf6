import { catalogReadsContract } from "../contracts/catalog/catalog-reads.contract.js";
import { embeddedStore } from "./embedded-store.js";

catalogReadsContract("SQLite", async () => {
  const store = await embeddedStore();
  return { ...store, reads: store.catalogReads };
});
