import { concurrentStockContract } from "../contracts/inventory/concurrent-stock.contract.js";
import { mysqlStores } from "./mysql-store.js";

const { open, end } = mysqlStores();

concurrentStockContract("MySQL or MariaDB", open, end);
