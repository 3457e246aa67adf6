import { automatedCollectionsContract } from "../contracts/catalog/automated-collections.contract.js";
import { mysqlStores } from "./mysql-store.js";

const { open, end } = mysqlStores();

automatedCollectionsContract("MySQL or MariaDB", open, end);
