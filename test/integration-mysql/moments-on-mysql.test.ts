import { momentsContract } from "../contracts/shared/moments.contract.js";
import { mysqlStores } from "./mysql-store.js";

const { open, end } = mysqlStores();

momentsContract("MySQL or MariaDB", open, end);
