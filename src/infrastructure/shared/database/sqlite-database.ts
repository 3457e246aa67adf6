import type Database from "better-sqlite3";
import { createRequire } from "node:module";
import { CannotProceed } from "../cannot-proceed.js";

// Release 13 needs Node 22. Release 12, compiled for Node 24.19 or later, ends the process when a
// statement is collected: https://github.com/nodejs/node/issues/65446
const RELEASE =
  Number.parseInt(process.versions.node, 10) < 22 ? "better-sqlite3" : "better-sqlite3-13";

const load = (): typeof Database => {
  try {
    return createRequire(import.meta.url)(RELEASE) as typeof Database;
  } catch (cause) {
    // Release 12 is an optional dependency: from Node 22 on it is not used.
    throw new CannotProceed(
      "SQLite's driver is not installed: install Python 3 and a C++ compiler, and run npm ci again.",
      { cause },
    );
  }
};

/**
 * The SQLite driver for this version of Node.
 * @throws CannotProceed on import, when it is not installed
 */
export const SqliteDatabase: typeof Database = load();
