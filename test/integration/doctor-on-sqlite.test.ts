import { createDataSource } from "../../src/infrastructure/create-data-source.js";
import { doctorContract } from "../contracts/shared/doctor.contract.js";
import { DEADLINES, embeddedStore } from "./embedded-store.js";

doctorContract("SQLite", async () => {
  const store = await embeddedStore();
  return {
    store,
    plant: async (sql) => {
      const source = createDataSource({
        kind: "embedded",
        file: store.file,
        deadlines: DEADLINES,
      });
      await source.initialize();
      await source.query(sql);
      await source.destroy();
    },
  };
});
