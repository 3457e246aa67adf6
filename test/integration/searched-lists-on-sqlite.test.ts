import { catalogReadsContract } from "../contracts/catalog/catalog-reads.contract.js";
import { searchedLists } from "../contracts/search/searched-lists.js";
import { embeddedStore } from "./embedded-store.js";

catalogReadsContract("as the shop searches it, on SQLite", async () => {
  const store = await embeddedStore();
  return { ...store, reads: searchedLists(store) };
});
