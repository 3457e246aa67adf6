import { afterAll } from "vitest";
import { marketsContract } from "../contracts/pricing/markets.contract.js";
import { mysqlStores } from "./mysql-store.js";

const { open, end } = mysqlStores();

marketsContract("MySQL or MariaDB", open);

afterAll(end);
