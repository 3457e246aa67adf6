import { priceStatementsContract } from "../contracts/pricing/price-statements.contract.js";
import { mysqlStores } from "./mysql-store.js";

const { open, end } = mysqlStores();

priceStatementsContract("MySQL or MariaDB", open, end);
