import { appendFileSync } from "node:fs";
import { openStore, type Store } from "../../src/infrastructure/data-source.js";
import type { Database } from "../../src/infrastructure/shared/database-config.js";
import { systemClock } from "../../src/infrastructure/shared/system-clock.js";

export interface Scene {
  readonly database: Database;
  /** Lines that are written the moment something has happened, and that outlive the process. */
  readonly journal: string;
}

/** What the loop hands to the processes that it kills, and to the one that judges. */
export const scene = JSON.parse(process.env["PLINTH_TEST_KILLS"] ?? "null") as Scene;

export const openScene = (): Promise<Store> => openStore(scene.database, systemClock);

export const journal = (...words: readonly (string | number)[]): void =>
  appendFileSync(scene.journal, `${words.join(" ")}\n`);

/** A count that is never committed: an event that carries it tells of what did not happen. */
export const GHOST = 999_999;

/** The leases of a process that was killed run out within the life of the next. */
export const SHORT = { leaseMs: 300, pollMs: 100 } as const;
