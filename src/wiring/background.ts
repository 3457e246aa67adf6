import type { Clock } from "../application/shared/clock.js";
import type { BackgroundWork } from "../application/shared/context.js";
import type { OutsideWork } from "../application/shared/outside-work.js";
import type { Log } from "../application/shared/log.js";
import type { UnitOfWork } from "../application/shared/unit-of-work.js";
import type { Store } from "../infrastructure/store.js";
import { BackgroundLoop } from "../infrastructure/shared/worker/background-loop.js";
import { OutboxRelay, type DeliveryStores } from "../infrastructure/shared/worker/outbox-relay.js";
import { Scheduler, type WorkQueueStores } from "../infrastructure/shared/worker/scheduler.js";

/** The work of a worker that died is passed to another worker after this time. */
const LEASE_MS = 30_000;
/** How often a worker looks for work of other processes and for work that is due. */
const POLL_MS = 1_000;

interface BackgroundSetup<Stores> {
  readonly store: Pick<Store, "readSource" | "onNewWork"> & {
    readonly workerUnitOfWork: UnitOfWork<NoInfer<Stores> & DeliveryStores & WorkQueueStores>;
  };
  readonly work: BackgroundWork<Stores>;
  /** What calls services outside. */
  readonly outside?: readonly OutsideWork[];
  readonly clock: Clock;
  readonly log: Log;
  /**
   * Further tasks, by the message that is logged when one fails. A task returns whether there may
   * be more to do.
   */
  readonly tasks?: Readonly<Record<string, (signal: AbortSignal) => Promise<boolean>>>;
  readonly leaseMs?: number;
  readonly pollMs?: number;
}

export interface Background {
  /** Resolves when the running tasks have ended. */
  stop(): Promise<void>;
}

/** Delivers events and does scheduled work until it is stopped. */
export const startBackground = <Stores>({
  store,
  work: { subscribers, jobs, recurring },
  clock,
  log,
  outside = [],
  tasks = {},
  leaseMs = LEASE_MS,
  pollMs = POLL_MS,
}: BackgroundSetup<Stores>): Background => {
  checkNames(
    subscribers.map(({ name }) => name),
    64,
  );
  checkNames(
    [...jobs, ...recurring, ...outside].map(({ kind }) => kind),
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
      runOnce: (signal) => relay.deliverDue(signal),
      pollMs,
      onError: (error) =>
        log.error("Events could not be delivered. The delivery is tried again.", { error }),
    }),
    new BackgroundLoop({
      runOnce: (signal) => scheduler.runDue(signal),
      pollMs,
      onError: (error) =>
        log.error("Scheduled work could not be done. It is tried again.", { error }),
    }),
    ...Object.entries(tasks).map(
      ([failure, pass]) =>
        new BackgroundLoop({
          runOnce: pass,
          pollMs,
          onError: (error) => log.error(failure, { error }),
        }),
    ),
  ];
  // A commit does not wake them: what a change leaves undone outside is looked for now and then.
  const outsideLoops = outside.map((work) => outsideLoop(work, clock, log));
  for (const loop of loops) store.onNewWork(() => loop.wake());
  const all = [...loops, ...outsideLoops];
  for (const loop of all) loop.start();
  return { stop: async () => void (await Promise.all(all.map((loop) => loop.stop()))) };
};

const outsideLoop = (work: OutsideWork, clock: Clock, log: Log): BackgroundLoop =>
  new BackgroundLoop({
    runOnce: async (signal) => (await work.run(clock.now(), signal)) === "more",
    pollMs: work.everyMs,
    onError: (error) =>
      log.error("Work with a service outside failed. It is tried again.", {
        kind: work.kind,
        error,
      }),
  });

/** The names are stored in the database. Of two with the same name one would never be called. */
const checkNames = (names: readonly string[], longest: number): void => {
  for (const [index, name] of names.entries()) {
    if (!/^[a-z0-9][a-z0-9.-]*$/.test(name) || name.length > longest)
      throw new RangeError(
        `"${name}" is not a valid name of a subscriber or job. Use at most ${longest} characters: a-z, 0-9, dot and hyphen.`,
      );
    if (names.indexOf(name) !== index)
      throw new RangeError(`Two subscribers or jobs are called "${name}".`);
  }
};
