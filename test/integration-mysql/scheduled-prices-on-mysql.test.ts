import { scheduledPricesContract } from "../contracts/pricing/scheduled-prices.contract.js";
import { mysqlStores } from "./mysql-store.js";

const { open, end } = mysqlStores();

scheduledPricesContract("MySQL or MariaDB", open, end);
