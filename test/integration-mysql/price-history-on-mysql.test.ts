import { lowestPricesContract } from "../contracts/pricing/lowest-prices.contract.js";
import { marketsAtMomentsContract } from "../contracts/pricing/markets-at-moments.contract.js";
import { priceHistoryContract } from "../contracts/pricing/price-history.contract.js";
import { quotesAtMomentsContract } from "../contracts/pricing/quotes-at-moments.contract.js";
import { mysqlStores } from "./mysql-store.js";

priceHistoryContract("MySQL or MariaDB", mysqlStores);
quotesAtMomentsContract("MySQL or MariaDB", mysqlStores);
marketsAtMomentsContract("MySQL or MariaDB", mysqlStores);
lowestPricesContract("MySQL or MariaDB", mysqlStores);
