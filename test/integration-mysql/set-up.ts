import type { TestProject } from "vitest/node";
import { openStore } from "../../src/infrastructure/store.js";
import { fixedClock } from "../fakes/fixed-clock.js";
import { newDatabase } from "./mysql-store.js";

declare module "vitest" {
  interface ProvidedContext {
    /** The name of a database that is migrated and otherwise empty. */
    readonly migratedDatabase: string;
  }
}

/** Migrates one database for the whole run: those of the tests begin as its copies. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const database = await newDatabase();
  await (await openStore(database, fixedClock())).close();
  project.provide("migratedDatabase", database.name);
  return database.drop;
};
