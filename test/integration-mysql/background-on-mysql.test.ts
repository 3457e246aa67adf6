import { backgroundContract } from "../contracts/shared/background.contract.js";
import { mysqlStores } from "./mysql-store.js";

const { open, end } = mysqlStores();

backgroundContract("MySQL or MariaDB", open, end);
