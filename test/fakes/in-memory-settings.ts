import type { Settings } from "../../src/application/shared/settings.js";
import type { InMemoryDatabase } from "./in-memory-database.js";

export const inMemorySettings = (database: InMemoryDatabase): Settings => {
  const rows = () => database.rows<string>("setting");
  return {
    get: async (name) => rows().get(name) ?? null,
    add: async (name, value) => {
      if (rows().has(name)) return false;
      rows().set(name, value);
      return true;
    },
    set: async (name, value) => void rows().set(name, value),
    remove: async (name) => void rows().delete(name),
  };
};
