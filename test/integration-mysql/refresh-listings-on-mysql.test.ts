import { refreshListingsContract } from "../contracts/listing/refresh-listings.contract.js";
import { mysqlStores } from "./mysql-store.js";

const { open, end } = mysqlStores();

refreshListingsContract("MySQL or MariaDB", open, end);
