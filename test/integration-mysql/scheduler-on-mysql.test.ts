import { schedulerContract } from "../contracts/shared/scheduler.contract.js";
import { mysqlStores } from "./mysql-store.js";

const { open, end } = mysqlStores();

schedulerContract("MySQL or MariaDB", open, end);
