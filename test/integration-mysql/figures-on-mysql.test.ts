import { figuresUnderPressure } from "../contracts/catalog/figures-under-pressure.contract.js";
import { mysqlStores } from "./mysql-store.js";

const { open, end } = mysqlStores();

figuresUnderPressure("MySQL or MariaDB", open, end);
