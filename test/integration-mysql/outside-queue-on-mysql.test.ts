import { outsideQueueContract } from "../contracts/shared/outside-queue.contract.js";
import { mysqlStores } from "./mysql-store.js";

const { open, end } = mysqlStores();

outsideQueueContract("MySQL or MariaDB", open, end);
