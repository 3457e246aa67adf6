import { afterAll } from "vitest";
import { fortySearches } from "../contracts/catalog/searches.contract.js";
import { mysqlStores } from "./mysql-store.js";

const stores = mysqlStores();
afterAll(stores.end);

fortySearches(stores.open);
