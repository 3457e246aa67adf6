import type Database from "better-sqlite3";
import { createRequire } from "node:module";
import { CannotProceed } from "./cannot-proceed.js";

// Release 13 needs Node 22. Release 12, compiled for Node 24.19 or later, ends the process when a statement is collected
// (https://github.com/nodejs/node/issues/65446), so from Node 22 on it only stands in where 13 could not be installed.
const RELEASES = Number.parseInt(process.versions.node, 10) < 22 ? ["better-sqlite3"] : ["better-sqlite3-13", "better-sqlite3"];

const load = (): typeof Database => {
  const causes: unknown[] = [];
  for (const release of RELEASES) {
    try {
      return createRequire(import.meta.url)(release) as typeof Database;
    } catch (cause) {
      causes.push(cause);
    }
  }
  // Both are optional, because either may have to be compiled and one is enough.
  throw new CannotProceed("SQLite's driver is not installed: run npm ci again with Python 3 and a C++ compiler at hand.", { cause: causes[0] });
};

/** SQLite for the Node that runs. @throws CannotProceed while it is loaded, when it is not installed */
export const SqliteDatabase: typeof Database = load();
