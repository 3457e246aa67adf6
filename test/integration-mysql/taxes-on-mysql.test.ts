import { afterAll } from "vitest";
import { taxesContract } from "../contracts/pricing/taxes.contract.js";
import { mysqlStores } from "./mysql-store.js";

const { open, end } = mysqlStores();

taxesContract("MySQL or MariaDB", async () => {
  const store = await open();
  return {
    unitOfWork: store.unitOfWork,
    taxReads: store.taxReads,
    currentTaxes: () => store.shopTaxes.current(),
    close: () => store.close(),
  };
});

afterAll(end);
