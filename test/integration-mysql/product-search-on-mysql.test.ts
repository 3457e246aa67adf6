import { afterAll } from "vitest";
import { productSearch } from "../contracts/catalog/product-search.contract.js";
import { mysqlStores } from "./mysql-store.js";

const stores = mysqlStores();
afterAll(stores.end);

productSearch(stores.open);
