import { concurrentPricesContract } from "../contracts/pricing/concurrent-prices.contract.js";
import { mysqlStores } from "./mysql-store.js";

const { open, end } = mysqlStores();

concurrentPricesContract("MySQL or MariaDB", open, end);
