import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database } from "../src/infrastructure/shared/config/database-config.js";
import { openStore, type Store } from "../src/infrastructure/store.js";
import { systemClock } from "../src/infrastructure/shared/system-clock.js";

const DEADLINES = { connectMs: 5_000, poolWaitMs: 60_000, statementMs: 60_000 } as const;

/** A store on the server with the URL, or without one in a new folder. */
export const openBenchStore = async (url?: string): Promise<Store> => {
  const folder = await mkdtemp(join(tmpdir(), "plinth-bench-"));
  return openStore(benchDatabase(url, join(folder, "plinth.db")), systemClock);
};

/** The database on a server with the URL, or without one the file. */
export const benchDatabase = (url: string | undefined, file: string): Database =>
  url
    ? { kind: "mysql", url, poolSize: 10, tls: false, deadlines: DEADLINES }
    : { kind: "embedded", file, deadlines: DEADLINES };
