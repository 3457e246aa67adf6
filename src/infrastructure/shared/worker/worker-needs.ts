import { randomUUID } from "node:crypto";
import type { Clock } from "../../../application/shared/clock.js";
import type { Log } from "../../../application/shared/log.js";
import type { UnitOfWork } from "../../../application/shared/unit-of-work.js";
import type { ReadSource } from "../database/read-source.js";
import type { Lease } from "./leases.js";

/** What every worker needs that claims rows. */
export interface WorkerNeeds<Stores> {
  readonly unitOfWork: UnitOfWork<Stores>;
  readonly reads: Pick<ReadSource, "query">;
  readonly clock: Clock;
  readonly log: Log;
  /** After how many milliseconds other workers may claim the rows of a worker that died. */
  readonly leaseMs: number;
}

/** A lease from now on. @param owner left out for a new claim */
export const leaseFor = (
  { clock, leaseMs }: Pick<WorkerNeeds<never>, "clock" | "leaseMs">,
  owner: string = randomUUID(),
): Lease => ({ owner, until: new Date(clock.now().getTime() + leaseMs) });

/** Runs claimed items one after another until the signal. @returns the items that were not run */
export const runUntilAborted = async <Item>(
  items: readonly Item[],
  signal: AbortSignal,
  run: (item: Item) => Promise<void>,
): Promise<readonly Item[]> => {
  for (const [index, item] of items.entries()) {
    if (signal.aborted) return items.slice(index);
    await run(item);
  }
  return [];
};
