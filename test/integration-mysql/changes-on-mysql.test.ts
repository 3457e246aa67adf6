import { changePartsContract } from "../contracts/shared/change-parts.contract.js";
import { changesContract } from "../contracts/shared/changes.contract.js";
import { mysqlStores } from "./mysql-store.js";

const { open, end } = mysqlStores();

changesContract("MySQL or MariaDB", open);
changePartsContract("MySQL or MariaDB", open, end);
