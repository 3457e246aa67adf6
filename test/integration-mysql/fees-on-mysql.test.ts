import { afterAll } from "vitest";
import { feesContract } from "../contracts/pricing/fees.contract.js";
import { mysqlStores } from "./mysql-store.js";

const { open, end } = mysqlStores();

feesContract("MySQL or MariaDB", open);

afterAll(end);
