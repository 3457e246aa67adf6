import { afterAll } from "vitest";
import { quotesContract } from "../contracts/pricing/quotes.contract.js";
import { taxCategoryUsesContract } from "../contracts/pricing/tax-category-uses.contract.js";
import { mysqlStores } from "./mysql-store.js";

const { open, end } = mysqlStores();

quotesContract("MySQL or MariaDB", open);
taxCategoryUsesContract("MySQL or MariaDB", open);

afterAll(end);
