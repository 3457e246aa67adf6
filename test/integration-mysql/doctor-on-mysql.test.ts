import { doctorContract } from "../contracts/shared/doctor.contract.js";
import { mysqlStores, onServer } from "./mysql-store.js";

const { open, end } = mysqlStores();

doctorContract(
  "MySQL or MariaDB",
  async () => {
    const store = await open();
    const [row] = await store.readSource.query("SELECT DATABASE() AS name");
    return { store, plant: (sql) => onServer(`USE ${String(row?.["name"])}`, sql) };
  },
  end,
);
