import { SqliteDatabase } from "../../src/infrastructure/shared/sqlite-driver.js";
import { embeddedStore } from "./embedded-store.js";
import { plansOfTheShop } from "./plans/plans-of-the-shop.js";
import { sqlitePlans } from "./plans/sqlite-plan.js";

plansOfTheShop("SQLite", async () => {
  const store = await embeddedStore();
  const writer = new SqliteDatabase(store.file);
  const plans = sqlitePlans(store.file);
  const close = async (): Promise<void> => {
    plans.close();
    writer.close();
    await store.close();
  };
  return {
    store,
    write: async (sql) => writer.exec(sql),
    settle: async () => undefined,
    readPlan: plans.read,
    close,
  };
});
