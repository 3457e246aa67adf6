import { openStore } from "../../src/infrastructure/store.js";
import { fixedClock } from "../fakes/fixed-clock.js";
import { queryPlansContract } from "../integration/plans/query-plans.js";
import { mysqlPlans } from "./mysql-plan.js";
import { newDatabase, onServer } from "./mysql-store.js";

const TABLES = [
  "catalog_listing",
  "catalog_product",
  "catalog_variant",
  "catalog_media",
  "catalog_choice",
  "catalog_collection",
  "catalog_collection_product",
  "catalog_price_range",
  "catalog_translation",
  "pricing_variant_price",
  "pricing_list_price",
  "inventory_stock_item",
];

queryPlansContract("MySQL or MariaDB", async () => {
  const database = await newDatabase();
  const store = await openStore(database, fixedClock());
  const plans = await mysqlPlans(database.url);
  const close = async (): Promise<void> => {
    await plans.close();
    await store.close();
    await database.drop();
  };
  return {
    store,
    write: (sql) =>
      onServer(
        sql.replaceAll(/\b(?=catalog_(?:listing|collection_product)\b)/g, `${database.name}.`),
      ),
    settle: () =>
      onServer(`ANALYZE TABLE ${TABLES.map((table) => `${database.name}.${table}`).join(", ")}`),
    readPlan: plans.read,
    close,
  };
});
