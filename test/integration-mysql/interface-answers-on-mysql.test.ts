import { interfaceAnswersContract } from "../contracts/interface-answers.contract.js";
import { mysqlStores } from "./mysql-store.js";

const { open, end } = mysqlStores();

interfaceAnswersContract("MySQL or MariaDB", async () => ({ ...(await open()), close: end }));
