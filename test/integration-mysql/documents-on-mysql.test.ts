import { afterAll } from "vitest";
import { documentsContract } from "../contracts/documents/documents.contract.js";
import { mysqlStores } from "./mysql-store.js";

const { open, end } = mysqlStores();

documentsContract("MySQL or MariaDB", open);

afterAll(end);
