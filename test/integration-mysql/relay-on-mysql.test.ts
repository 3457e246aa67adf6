import { relayContract } from "../contracts/shared/relay.contract.js";
import { mysqlStores } from "./mysql-store.js";

const { open, end } = mysqlStores();

relayContract("MySQL or MariaDB", open, end);
