import { statementCountContract } from "../contracts/shared/statement-count.contract.js";
import { mysqlStores } from "./mysql-store.js";

const { open, end } = mysqlStores();

statementCountContract("MySQL or MariaDB", open, end);
