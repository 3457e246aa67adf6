import { afterAll } from "vitest";
import { comparingContract } from "../contracts/payments/comparing.contract.js";
import { payingContract } from "../contracts/payments/paying.contract.js";
import { paymentMethodsContract } from "../contracts/payments/payment-methods.contract.js";
import { settlingContract } from "../contracts/payments/settling.contract.js";
import { mysqlStores } from "./mysql-store.js";

const { open, end } = mysqlStores();

paymentMethodsContract("MySQL or MariaDB", open);
payingContract("MySQL or MariaDB", open);
settlingContract("MySQL or MariaDB", open);
comparingContract("MySQL or MariaDB", open);

afterAll(end);
