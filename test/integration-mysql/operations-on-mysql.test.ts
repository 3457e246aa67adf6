import { operationsContract } from "../contracts/shared/operations.contract.js";
import { operationsSubject } from "../integration/operations-subject.js";
import { mysqlStores } from "./mysql-store.js";

const { open, end } = mysqlStores();

operationsContract("MySQL or MariaDB", async () => operationsSubject(await open()), end);
