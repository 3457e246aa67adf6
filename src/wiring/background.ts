import type { Clock } from "../application/shared/clock.js";
import type { Log } from "../application/shared/log.js";
import type { Store } from "../infrastructure/data-source.js";
import { BackgroundLoop } from "../infrastructure/shared/background-loop.js";
import { OutboxRelay } from "../infrastructure/shared/outbox-relay.js";
import { Scheduler } from "../infrastructure/shared/scheduler.js";
import type { Reactions } from "./reactions.js";

/** What a worker that died was doing goes to another one after this time. */
const LEASE_MS = 30_000;
/** How often a worker looks for what other processes have left, and for what has become due. */
const POLL_MS = 1_000;

interface BackgroundNeeds {
  readonly store: Pick<Store, "workerUnitOfWork" | "readSource" | "onWorkLeft">;
  readonly reactions: Reactions;
  readonly clock: Clock;
  readonly log: Log;
  /** What else is to be done in passes, by what is said when it fails. */
  readonly passes?: Readonly<Record<string, (signal: AbortSignal) => Promise<boolean>>>;
  readonly leaseMs?: number;
  readonly pollMs?: number;
}

export interface Background {
  /** Resolves when what runs is finished. */
  stop(): Promise<void>;
}

/** Delivers events and does scheduled work until it is stopped. */
export const startBackground = ({
  store,
  reactions,
  clock,
  log,
  passes = {},
  leaseMs = LEASE_MS,
  pollMs = POLL_MS,
}: BackgroundNeeds): Background => {
  const { subscribers, jobs, recurring } = reactions;
  checkNames(
    subscribers.map(({ name }) => name),
    64,
  );
  checkNames(
    [...jobs, ...recurring].map(({ kind }) => kind),
    120,
  );
  const needs = {
    unitOfWork: store.workerUnitOfWork,
    reads: store.readSource,
    clock,
    log,
    leaseMs,
  };
  const relay = new OutboxRelay({ ...needs, subscribers });
  const scheduler = new Scheduler({ ...needs, jobs, recurring });
  const loops = [
    new BackgroundLoop({
      pass: (signal) => relay.pass(signal),
      pollMs,
      report: (error) =>
        log.error("Events could not be delivered. It is tried again after a rest.", { error }),
    }),
    new BackgroundLoop({
      pass: (signal) => scheduler.pass(signal),
      pollMs,
      report: (error) =>
        log.error("Scheduled work could not be done. It is tried again after a rest.", { error }),
    }),
    ...Object.entries(passes).map(
      ([failure, pass]) =>
        new BackgroundLoop({ pass, pollMs, report: (error) => log.error(failure, { error }) }),
    ),
  ];
  for (const loop of loops) {
    loop.start();
    store.onWorkLeft(() => loop.call());
  }
  return { stop: async () => void (await Promise.all(loops.map((loop) => loop.stop()))) };
};

/** They stand in the database, and under one name one of two would never be called. */
const checkNames = (names: readonly string[], longest: number): void => {
  for (const [index, name] of names.entries()) {
    if (!/^[a-z0-9][a-z0-9.-]*$/.test(name) || name.length > longest)
      throw new RangeError(
        `"${name}" is no name for what happens in the background: at most ${longest} of a-z, 0-9, dot and hyphen.`,
      );
    if (names.indexOf(name) !== index) throw new RangeError(`Two reactions are called "${name}".`);
  }
};
