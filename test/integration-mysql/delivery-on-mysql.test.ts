import { afterAll } from "vitest";
import { deliveryContract } from "../contracts/delivery/delivery.contract.js";
import { mysqlStores } from "./mysql-store.js";

const { open, end } = mysqlStores();

deliveryContract("MySQL or MariaDB", open);

afterAll(end);
