import { announcementsContract } from "../contracts/catalog/announcements.contract.js";
import { mysqlStores } from "./mysql-store.js";

const { open, end } = mysqlStores();

announcementsContract("MySQL or MariaDB", open, end);
