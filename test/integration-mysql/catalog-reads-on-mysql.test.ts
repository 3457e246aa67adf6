import { afterAll } from "vitest";
import { catalogReadsContract } from "../contracts/catalog/catalog-reads.contract.js";
import { mysqlStores } from "./mysql-store.js";

const { open, end } = mysqlStores();

catalogReadsContract("MySQL or MariaDB", async () => {
  const store = await open();
  return { ...store, reads: store.catalogReads };
});

afterAll(end);
