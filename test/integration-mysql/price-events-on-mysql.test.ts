import { priceEventsContract } from "../contracts/pricing/price-events.contract.js";
import { mysqlStores } from "./mysql-store.js";

const { open, end } = mysqlStores();

priceEventsContract("MySQL or MariaDB", open, end);
