import { productEditsContract } from "../contracts/catalog/product-edits.contract.js";
import { mysqlStores } from "./mysql-store.js";

const { open, end } = mysqlStores();

productEditsContract("MySQL or MariaDB", open, end);
