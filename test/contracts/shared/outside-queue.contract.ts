import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import type { OutsideJob } from "../../../src/application/shared/outside-job.js";
import type { ScheduledWork } from "../../../src/application/shared/schedule.js";
import type { Store } from "../../../src/infrastructure/store.js";
import { Scheduler } from "../../../src/infrastructure/shared/worker/scheduler.js";
import { SqlOutsideQueue } from "../../../src/infrastructure/shared/worker/sql-outside-queue.js";
import { collectedLog } from "../../fakes/collected-log.js";
import { movableClock, type MovableClock } from "../../fakes/movable-clock.js";
import { numberedIds } from "../../fakes/numbered-ids.js";
import { statuses } from "./workers.js";

const MINUTE_MS = 60_000;
const { signal } = new AbortController();

/** What doing work that calls a service outside must do, on either database. */
export const outsideQueueContract = (
  name: string,
  open: () => Promise<Store>,
  end: () => Promise<void> = async () => undefined,
): void => {
  describe(`work with a service outside: ${name}`, () => {
    let store: Store;
    let clock: MovableClock;
    let ids: ReturnType<typeof numberedIds>;
    let log: ReturnType<typeof collectedLog>;
    let called: string[];
    const queue = () =>
      new SqlOutsideQueue({
        unitOfWork: store.workerUnitOfWork,
        reads: store.readSource,
        clock,
        log,
      });
    const calling = (change: Partial<OutsideJob> = {}) =>
      queue().workOf({
        kind: "test.call",
        everyMs: 10,
        atOnce: 2,
        leaseMs: MINUTE_MS,
        run: async ({ subject }) => void called.push(subject),
        pauseMs: (failures) => (failures < 3 ? failures * MINUTE_MS : null),
        ...change,
      });
    const run = (one: ReturnType<typeof calling>, until: AbortSignal = signal) =>
      one.run(clock.now(), until);
    const work = (subject: string, inMs = 0): ScheduledWork => ({
      id: ids.next("work"),
      kind: "test.call",
      subject,
      dueAt: new Date(clock.now().getTime() + inMs),
      facts: {},
    });
    const plan = (...works: readonly ScheduledWork[]) =>
      store.unitOfWork.run(({ schedule }) => schedule.plan(works));
    const parked = () => store.unitOfWork.run(({ workLog }) => workLog.list("PARKED", 10));

    beforeEach(async () => {
      store = await open();
      clock = movableClock();
      ids = numberedIds();
      log = collectedLog();
      called = [];
    });
    afterEach(() => store.close());
    afterAll(end);

    test("is done when it is due, soonest first, a portion at a time", async () => {
      await plan(work("late", 5_000), work("second", 0), work("third", 0), work("fourth", 0));

      const outcomes = [await run(calling()), await run(calling()), await run(calling())];

      expect([outcomes, called]).toEqual([
        ["more", "more", "done"],
        ["second", "third", "fourth"],
      ]);
      expect(await statuses(store, "scheduled_work")).toEqual({ DONE: 3, PENDING: 1 });
    });

    test("is not touched by the scheduler, and touches no work of another kind", async () => {
      await plan(work("bell"), { ...work("other"), kind: "test.other" });
      const scheduler = new Scheduler({
        unitOfWork: store.workerUnitOfWork,
        reads: store.readSource,
        jobs: [],
        recurring: [],
        clock,
        log,
        leaseMs: MINUTE_MS,
      });

      await scheduler.runDue(signal);
      await run(calling());

      expect(called).toEqual(["bell"]);
      expect(await statuses(store, "scheduled_work")).toEqual({ DONE: 1, PENDING: 1 });
    });

    test("is done by one of two processes that look for it at the same time", async () => {
      await plan(...Array.from({ length: 20 }, (_, number) => work(String(number))));
      const drain = async (one: ReturnType<typeof calling>) => {
        for (let rounds = 0; rounds < 20; rounds += 1) await run(one);
      };

      await Promise.all([drain(calling()), drain(calling()), drain(calling())]);

      expect(called.toSorted((a, b) => Number(a) - Number(b))).toEqual(
        Array.from({ length: 20 }, (_, number) => String(number)),
      );
    });

    test("that fails is tried again after its pause, and parked for the operator in the end", async () => {
      await plan(work("bell"));
      const failing = calling({
        run: async ({ subject }) => {
          called.push(subject);
          throw new TypeError("nobody answers");
        },
      });

      await run(failing);
      await run(failing);
      expect(called).toHaveLength(1);
      clock.forward(MINUTE_MS);
      await run(failing);
      clock.forward(2 * MINUTE_MS);
      await run(failing);
      clock.forward(24 * 60 * MINUTE_MS);
      await run(failing);

      expect(called).toHaveLength(3);
      expect(await parked()).toMatchObject([
        { kind: "test.call", attempts: 3, lastError: "TypeError: nobody answers" },
      ]);
      expect(log.lines.map(({ level }) => level)).toEqual(["warn", "warn", "error"]);
    });

    test("of a process that died is done by another one after the lease", async () => {
      await plan(work("bell"));
      const dead = calling({ run: () => new Promise(() => undefined) });
      void run(dead);
      await expect
        .poll(async () =>
          (await store.readSource.query("SELECT lease_owner FROM scheduled_work")).map(
            (row) => row["lease_owner"] !== null,
          ),
        )
        .toEqual([true]);

      await run(calling());
      expect(called).toEqual([]);
      clock.forward(MINUTE_MS);
      await run(calling());

      expect(called).toEqual(["bell"]);
    });

    test("that a stop interrupts is due again at once, and no attempt of it is lost", async () => {
      await plan(work("bell"));
      const stopping = new AbortController();
      const interrupted = calling({
        run: async () => {
          stopping.abort();
          throw new Error("interrupted");
        },
      });

      expect(await run(interrupted, stopping.signal)).toBe("done");
      const entries = await store.unitOfWork.run(({ workLog }) => workLog.list("PENDING", 10));
      await run(calling());

      expect([entries.map(({ attempts }) => attempts), called]).toEqual([[0], ["bell"]]);
    });
  });
};
