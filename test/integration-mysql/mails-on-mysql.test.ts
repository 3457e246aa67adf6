import { mailsContract } from "../contracts/notifications/mails.contract.js";
import { mysqlStores } from "./mysql-store.js";

const { open, end } = mysqlStores();

mailsContract("MySQL or MariaDB", open, end);
