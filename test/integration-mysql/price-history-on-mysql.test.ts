import { priceHistoryContract } from "../contracts/pricing/price-history.contract.js";
import { mysqlStores } from "./mysql-store.js";

priceHistoryContract("MySQL or MariaDB", mysqlStores);
