import { concurrentPricesAndStockContract } from "../contracts/pricing/concurrent-prices-and-stock.contract.js";
import { mysqlStores } from "./mysql-store.js";

const { open, end } = mysqlStores();

concurrentPricesAndStockContract("MySQL or MariaDB", open, end);
