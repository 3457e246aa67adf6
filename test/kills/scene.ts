import { appendFileSync } from "node:fs";
import { openStore, type Store } from "../../src/infrastructure/store.js";
import type { Database } from "../../src/infrastructure/shared/config/database-config.js";
import { systemClock } from "../../src/infrastructure/shared/system-clock.js";

interface Scene {
  readonly database: Database;
  /** The path of a file with a line for each thing that happened; it survives the process. */
  readonly journal: string;
}

/** The settings of the processes that are killed, and of the judge. */
export const scene = JSON.parse(process.env["PLINTH_TEST_KILLS"] ?? "null") as Scene;

export const openScene = (): Promise<Store> => openStore(scene.database, systemClock);

export const journal = (...words: readonly (string | number)[]): void =>
  appendFileSync(scene.journal, `${words.join(" ")}\n`);

/** A count that is never committed: an event with it announces something that did not happen. */
export const GHOST = 999_999;

/** So short that the leases of a killed process expire during the life of the next. */
export const SHORT = { leaseMs: 300, pollMs: 100 } as const;
