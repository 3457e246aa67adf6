import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Recurring, ScheduledWork } from "../../../src/application/shared/schedule.js";
import { StoreUnavailable } from "../../../src/application/shared/unit-of-work.js";
import { StockItemNotFound } from "../../../src/domain/inventory/errors.js";
import type { RowSource } from "../../../src/infrastructure/shared/database/sql-session.js";
import type { Store } from "../../../src/infrastructure/store.js";
import type { Stores } from "../../../src/infrastructure/stores.js";
import { nextScheduledChange } from "../../../src/infrastructure/shared/worker/next-scheduled-change.js";
import {
  Scheduler,
  type SchedulerNeeds,
} from "../../../src/infrastructure/shared/worker/scheduler.js";
import { variantId } from "../../builders/product-content.js";
import { collectedLog } from "../../fakes/collected-log.js";
import { movableClock, type MovableClock } from "../../fakes/movable-clock.js";
import { numberedIds } from "../../fakes/numbered-ids.js";
import { interrupted, appendNote, notesOf, statuses } from "./workers.js";

const LEASE_MS = 30_000;
const HOUR_MS = 60 * 60_000;
const { signal } = new AbortController();

/** What doing scheduled work must do, on either database. */
export const schedulerContract = (
  name: string,
  open: () => Promise<Store>,
  end: () => Promise<void> = async () => undefined,
): void => {
  describe(`scheduled work: ${name}`, () => {
    let store: Store;
    let clock: MovableClock;
    let ids: ReturnType<typeof numberedIds>;
    const ring = {
      kind: "test.ring",
      run: ({ subject }: ScheduledWork, stores: Stores) => appendNote(stores, subject),
    };
    const scheduler = (needs: Partial<SchedulerNeeds<Stores>> = {}) =>
      new Scheduler<Stores>({
        unitOfWork: store.workerUnitOfWork,
        reads: store.readSource,
        jobs: [ring],
        recurring: [],
        clock,
        log: collectedLog(),
        leaseMs: LEASE_MS,
        ...needs,
      });
    const drain = async (one: Scheduler<Stores>) => {
      while (await one.runDue(signal));
    };
    const work = (subject: string, inMs = 0, kind = ring.kind): ScheduledWork => ({
      id: ids.next("work"),
      kind,
      subject,
      dueAt: new Date(clock.now().getTime() + inMs),
      facts: { loud: true },
    });
    const plan = (...works: readonly ScheduledWork[]) =>
      store.unitOfWork.run(({ schedule }) => schedule.plan(works));

    beforeEach(async () => {
      store = await open();
      clock = movableClock();
      ids = numberedIds();
    });
    afterEach(() => store.close());
    afterAll(end);

    test("the next of some kinds is known, and looked for once a second at most", async () => {
      let now = 0;
      const query = vi.fn<RowSource["query"]>((sql, values) => store.readSource.query(sql, values));
      const next = nextScheduledChange({ query }, [ring.kind], () => now);
      const before = await next();
      const [soon, later] = [work("soon", HOUR_MS), work("later", 2 * HOUR_MS)];
      await plan(later, soon, work("other", 0, "test.other"));

      const remembered = await next();
      now = 1_000;
      const found = await Promise.all([next(), next()]);
      await store.unitOfWork.run(({ schedule }) => schedule.cancel([soon.id]));
      now = 2_000;

      expect([before, remembered]).toEqual([null, null]);
      expect(found).toEqual([soon.dueAt, soon.dueAt]);
      expect(await next()).toEqual(later.dueAt);
      expect(query).toHaveBeenCalledTimes(3);
    });

    test("a failed look for the next of some kinds is not remembered", async () => {
      const query = vi
        .fn<RowSource["query"]>((sql, values) => store.readSource.query(sql, values))
        .mockRejectedValueOnce(new StoreUnavailable("The database is away."));
      const next = nextScheduledChange({ query }, [ring.kind], () => 0);

      await expect(next()).rejects.toThrow(StoreUnavailable);
      await expect(next()).resolves.toBeNull();
    });

    test("work is run when it is due, and not before, soonest first", async () => {
      await plan(work("late", 2_000), work("early", 1_000), work("now"));

      await drain(scheduler());
      expect(await notesOf(store)).toEqual(["now"]);
      clock.forward(2_000);
      await drain(scheduler());

      expect(await notesOf(store)).toEqual(["now", "early", "late"]);
      expect(await statuses(store, "scheduled_work")).toEqual({ DONE: 3 });
    });

    test("a job gets the facts of its work", async () => {
      const planned = work("bell");
      await plan(planned);
      const done: ScheduledWork[] = [];

      await drain(scheduler({ jobs: [{ ...ring, run: async (one) => void done.push(one) }] }));

      expect(done).toMatchObject([planned]);
    });

    test("four schedulers on one database run work exactly once", async () => {
      const subjects = Array.from({ length: 60 }, (_, n) => `bell-${n}`);
      await plan(...subjects.map((subject) => work(subject)));

      await Promise.all(Array.from({ length: 4 }, () => drain(scheduler())));
      await drain(scheduler());

      expect((await notesOf(store)).toSorted()).toEqual(subjects.toSorted());
      expect(await statuses(store, "scheduled_work")).toEqual({ DONE: 60 });
    });

    test("work is run once, even if its first scheduler continues after its lease", async () => {
      await plan(work("bell"));
      const slow = scheduler({
        unitOfWork: interrupted(store.workerUnitOfWork, 3, async () => {
          clock.forward(LEASE_MS + 1);
          await drain(scheduler());
        }),
      });

      await drain(slow);

      expect(await notesOf(store)).toEqual(["bell"]);
    });

    test("work is run by another scheduler when the one that claimed it died", async () => {
      await plan(work("bell"));
      const dying = scheduler({
        unitOfWork: interrupted(store.workerUnitOfWork, 3, () => new Promise(() => undefined)),
      });
      void dying.runDue(signal);
      await expect
        .poll(
          async () =>
            (
              await store.readSource.query(
                "SELECT id FROM scheduled_work WHERE lease_owner IS NOT NULL",
              )
            ).length,
        )
        .toBe(1);

      await drain(scheduler());
      expect(await notesOf(store)).toEqual([]);
      clock.forward(LEASE_MS + 1);
      await drain(scheduler());
      expect(await notesOf(store)).toEqual(["bell"]);
    });

    test("cancelled work is not run, not even after it was claimed", async () => {
      const [first, second] = [work("first"), work("second")];
      await plan(first, second);
      const cancelling = scheduler({
        unitOfWork: interrupted(store.workerUnitOfWork, 3, async () => {
          expect(await store.unitOfWork.run(({ schedule }) => schedule.cancel([first.id]))).toBe(1);
        }),
      });

      await drain(cancelling);

      expect(await notesOf(store)).toEqual(["second"]);
      expect(await store.unitOfWork.run(({ schedule }) => schedule.cancel([second.id]))).toBe(0);
    });

    test("work is tried again after an outage, ten times in all, and the effect of a failure is rolled back", async () => {
      await plan(work("bell"));
      const log = collectedLog();
      const outage = scheduler({
        log,
        jobs: [
          {
            ...ring,
            run: async (one, stores) => {
              await ring.run(one, stores);
              throw new StoreUnavailable("The carrier does not answer.");
            },
          },
        ],
      });

      for (let n = 1; n <= 9; n++) {
        await drain(outage);
        expect(await statuses(store, "scheduled_work")).toEqual({ PENDING: 1 });
        clock.forward(HOUR_MS);
      }
      await drain(outage);

      expect(await statuses(store, "scheduled_work")).toEqual({ PARKED: 1 });
      expect(await notesOf(store)).toEqual([]);
      expect(log.lines).toHaveLength(10);
    });

    test("work that a rule refuses is parked at once, with the code", async () => {
      await plan(work("bell"), work("second"));
      const refusing = scheduler({
        jobs: [
          {
            ...ring,
            run: async (one, stores) => {
              if (one.subject === "bell") throw new StockItemNotFound(variantId(1));
              await ring.run(one, stores);
            },
          },
        ],
      });

      await drain(refusing);

      const [parked] = await store.unitOfWork.run(({ workLog }) => workLog.list("PARKED", 10));
      expect(parked).toMatchObject({
        subject: "bell",
        attempts: 1,
        lastError: expect.stringContaining("STOCK_ITEM_NOT_FOUND") as string,
      });
      expect(await notesOf(store)).toEqual(["second"]);
    });

    test("a scheduler runs only the kinds that it was given", async () => {
      await plan(work("bell", 0, "test.unknown"));

      expect(await scheduler().runDue(signal)).toBe(false);
      expect(await statuses(store, "scheduled_work")).toEqual({ PENDING: 1 });
    });

    test("recurring work is run by one scheduler, and again after its interval", async () => {
      const sweep: Recurring<Stores> = {
        kind: "test.sweep",
        everyMs: HOUR_MS,
        run: async (_, stores) => (await appendNote(stores, "swept"), "done"),
      };
      const schedulers = Array.from({ length: 4 }, () => scheduler({ recurring: [sweep] }));

      await Promise.all(schedulers.map(drain));
      expect(await notesOf(store)).toEqual(["swept"]);
      clock.forward(HOUR_MS - 1);
      await Promise.all(schedulers.map(drain));
      expect(await notesOf(store)).toHaveLength(1);

      clock.forward(1);
      await Promise.all(schedulers.map(drain));
      expect(await notesOf(store)).toHaveLength(2);
    });

    test("recurring work is run once, even if its first scheduler continues after its lease", async () => {
      const sweep: Recurring<Stores> = {
        kind: "test.sweep",
        everyMs: HOUR_MS,
        run: async (_, stores) => (await appendNote(stores, "swept"), "done"),
      };
      const slow = scheduler({
        recurring: [sweep],
        unitOfWork: interrupted(store.workerUnitOfWork, 3, async () => {
          clock.forward(LEASE_MS + 1);
          await drain(scheduler({ recurring: [sweep] }));
        }),
      });

      await drain(slow);

      expect(await notesOf(store)).toEqual(["swept"]);
    });

    test("recurring work is run in batches until it is done", async () => {
      let portions = 3;
      const sweep: Recurring<Stores> = {
        kind: "test.sweep",
        everyMs: HOUR_MS,
        run: async (_, stores) => (
          await appendNote(stores, "swept"),
          --portions > 0 ? "more" : "done"
        ),
      };

      await drain(scheduler({ recurring: [sweep] }));

      expect(await notesOf(store)).toEqual(["swept", "swept", "swept"]);
    });

    test("recurring work that fails is tried again and never parked", async () => {
      const sweep: Recurring<Stores> = {
        kind: "test.sweep",
        everyMs: HOUR_MS,
        run: () => Promise.reject(new StockItemNotFound(variantId(1))),
      };
      const one = scheduler({ recurring: [sweep] });

      for (let n = 1; n <= 12; n++) {
        await drain(one);
        clock.forward(HOUR_MS);
      }

      expect(await statuses(store, "scheduled_work")).toEqual({ PENDING: 1 });
      const [round] = await store.unitOfWork.run(({ workLog }) => workLog.list("PENDING", 10));
      expect(round).toMatchObject({ id: "every:test.sweep", everyMs: HOUR_MS, attempts: 12 });
    });
  });
};
