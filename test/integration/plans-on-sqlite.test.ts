import { SqliteDatabase } from "../../src/infrastructure/shared/database/sqlite-database.js";
import { embeddedStore } from "./embedded-store.js";
import { queryPlansContract } from "./plans/query-plans.js";
import { sqlitePlans } from "./plans/sqlite-plan.js";

queryPlansContract("SQLite", async () => {
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
