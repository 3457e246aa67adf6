import type { LimitName } from "./limits.js";

/** Counts what limits refuse, delay or end. */
export interface LimitCounters {
  /** @param who the address or the key id of the client, never a secret */
  reached(limit: LimitName, who?: string): void;
}

export const noLimitCounters: LimitCounters = { reached: () => undefined };
