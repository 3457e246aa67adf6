import { afterAll } from "vitest";
import { searchesContract } from "../contracts/search/searches.contract.js";
import { mysqlStores } from "./mysql-store.js";

const stores = mysqlStores();
afterAll(stores.end);

searchesContract(stores.open);
