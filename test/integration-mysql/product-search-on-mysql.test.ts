import { afterAll } from "vitest";
import { productSearchContract } from "../contracts/search/product-search.contract.js";
import { mysqlStores } from "./mysql-store.js";

const stores = mysqlStores();
afterAll(stores.end);

productSearchContract(stores.open);
