import { shownPricesContract } from "../contracts/pricing/shown-prices.contract.js";
import { mysqlStores } from "./mysql-store.js";

shownPricesContract("MySQL or MariaDB", mysqlStores);
