import { afterAll } from "vitest";
import { openCatalogueFiles } from "../contracts/catalog/open-catalogue-files.contract.js";
import { mysqlStores } from "./mysql-store.js";

const stores = mysqlStores();
afterAll(stores.end);

openCatalogueFiles(stores.open);
