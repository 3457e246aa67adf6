import { concurrentEditsContract } from "../contracts/catalog/concurrent-edits.contract.js";
import { everythingOnMysql } from "./everything-on-mysql.js";

concurrentEditsContract("MySQL or MariaDB", everythingOnMysql);
