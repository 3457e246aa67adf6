import type Database from "better-sqlite3";
import { createRequire } from "node:module";

// Release 13 needs Node 22. Release 12, compiled for Node 24.19 or later, ends the process when a statement is collected:
// https://github.com/nodejs/node/issues/65446
const RELEASE = Number.parseInt(process.versions.node, 10) < 22 ? "better-sqlite3" : "better-sqlite3-13";

/** SQLite for the Node that runs. */
export const SqliteDatabase: typeof Database = createRequire(import.meta.url)(RELEASE);
