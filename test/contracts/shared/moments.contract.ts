import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { removeDeliveredEvents } from "../../../src/application/operations/remove-delivered-events.js";
import { removeDoneWork } from "../../../src/application/operations/remove-done-work.js";
import type { ScheduledWork } from "../../../src/application/shared/schedule.js";
import { urlKey } from "../../../src/infrastructure/media/url-key.js";
import { dueEvents } from "../../../src/infrastructure/shared/worker/due-events.js";
import { OutboxRelay } from "../../../src/infrastructure/shared/worker/outbox-relay.js";
import { Scheduler } from "../../../src/infrastructure/shared/worker/scheduler.js";
import type { Store } from "../../../src/infrastructure/store.js";
import type { Stores } from "../../../src/infrastructure/stores.js";
import { countStock, appendNote, notesOf } from "./workers.js";
import { collectedLog } from "../../fakes/collected-log.js";
import { movableClock, type MovableClock } from "../../fakes/movable-clock.js";
import { numberedIds } from "../../fakes/numbered-ids.js";

const LEASE_MS = 30_000;
const PAUSE_MS = 5_000;
const WEEK_MS = 7 * 24 * 60 * 60_000;
const FIRST = "first worker";
const { signal } = new AbortController();

/** What happens at the exact moment at which something ends or begins, on either database. */
export const momentsContract = (
  name: string,
  open: () => Promise<Store>,
  end: () => Promise<void> = async () => undefined,
): void => {
  describe(`the exact moment: ${name}`, () => {
    let store: Store;
    let clock: MovableClock;
    let ids: ReturnType<typeof numberedIds>;

    beforeEach(async () => {
      store = await open();
      clock = movableClock();
      ids = numberedIds();
    });
    afterEach(() => store.close());
    afterAll(end);

    const later = (milliseconds: number) => new Date(clock.now().getTime() + milliseconds);
    const lease = () => ({ owner: FIRST, until: later(LEASE_MS) });
    const ring = {
      kind: "test.ring",
      run: ({ subject }: ScheduledWork, stores: Stores) => appendNote(stores, subject),
    };
    const another = () =>
      new Scheduler<Stores>({
        unitOfWork: store.workerUnitOfWork,
        reads: store.readSource,
        jobs: [ring],
        recurring: [],
        clock,
        log: collectedLog(),
        leaseMs: LEASE_MS,
      });
    const plan = async (inMs: number) => {
      const work = {
        id: ids.next("work"),
        kind: ring.kind,
        subject: "bell",
        dueAt: later(inMs),
        facts: {},
      };
      await store.unitOfWork.run(({ schedule }) => schedule.plan([work]));
      return work.id;
    };
    const dueKeys = async () =>
      (await dueEvents(store.readSource, clock.now(), 10)).map(({ key }) => key);

    test("work is done when it is due, and not a millisecond before", async () => {
      await plan(1_000);

      clock.forward(999);
      expect(await another().runDue(signal)).toBe(false);
      clock.forward(1);
      expect(await another().runDue(signal)).toBe(true);
      expect(await notesOf(store)).toEqual(["bell"]);
    });

    test("another worker claims work when the lease ends, and not a millisecond before", async () => {
      const id = await plan(0);
      await store.workerUnitOfWork.run(({ workQueue }) =>
        workQueue.claim([id], lease(), clock.now()),
      );

      clock.forward(LEASE_MS - 1);
      expect(await another().runDue(signal)).toBe(false);
      clock.forward(1);
      expect(await another().runDue(signal)).toBe(true);
      expect(await notesOf(store)).toEqual(["bell"]);
    });

    test("events that a dead relay claimed are all due again when the lease ends", async () => {
      await countStock(store, [1], 2);
      const keys = await dueKeys();
      await store.workerUnitOfWork.run(({ deliveries }) =>
        deliveries.claim(keys, lease(), clock.now()),
      );

      clock.forward(LEASE_MS - 1);
      expect(await dueKeys()).toEqual([]);
      clock.forward(1);
      expect(await dueKeys()).toEqual(keys);
    });

    test("an event that failed is tried again at its time, with the events after it", async () => {
      await countStock(store, [1], 2);
      const [first = 0, second = 0] = await dueKeys();
      await store.workerUnitOfWork.run(async ({ deliveries }) => {
        await deliveries.claim([first], lease(), clock.now());
        await deliveries.fail(first, FIRST, {
          attempts: 1,
          dueAt: later(PAUSE_MS),
          lastError: "Error: jammed",
        });
      });

      clock.forward(PAUSE_MS - 1);
      expect(await dueKeys()).toEqual([]);
      clock.forward(1);
      expect(await dueKeys()).toEqual([first, second]);
    });

    test("done work and delivered events are kept for seven days", async () => {
      const id = await plan(0);
      await countStock(store, [1], 1);
      const [key = 0] = await dueKeys();
      await another().runDue(signal);
      await store.workerUnitOfWork.run(async ({ deliveries }) => {
        await deliveries.claim([key], lease(), clock.now());
        await deliveries.settle([key], [], FIRST, clock.now());
      });
      const left = async () => {
        const now = clock.now();
        await store.unitOfWork.run(async (stores) => {
          await removeDoneWork.run(now, stores);
          await removeDeliveredEvents.run(now, stores);
        });
        return store.unitOfWork.run(async ({ workLog, eventLog }) => [
          (await workLog.ofIds([id])).length,
          (await eventLog.list("DELIVERED", 9)).length,
        ]);
      };

      clock.forward(WEEK_MS);
      expect(await left()).toEqual([1, 1]);
      clock.forward(1);
      expect(await left()).toEqual([0, 0]);
    });

    test("a failure with hundreds of lines is stored, and tried again after its pause", async () => {
      const jam = (): never => {
        throw new TypeError("the shelf\nfell down\t".repeat(100));
      };
      await countStock(store, [1], 1);
      const id = await plan(0);
      const needs = {
        unitOfWork: store.workerUnitOfWork,
        reads: store.readSource,
        clock,
        log: collectedLog(),
        leaseMs: LEASE_MS,
      };
      const relay = new OutboxRelay<Stores>({
        ...needs,
        subscribers: [
          {
            name: `test.${"x".repeat(59)}`,
            types: ["inventory.stock-counted"],
            handle: async () => jam(),
          },
        ],
      });
      const scheduler = new Scheduler<Stores>({
        ...needs,
        jobs: [{ ...ring, run: async () => jam() }],
        recurring: [],
      });

      expect([await relay.deliverDue(signal), await scheduler.runDue(signal)]).toEqual([
        true,
        true,
      ]);
      const [[event], [work]] = await store.unitOfWork.run(async ({ eventLog, workLog }) => [
        await eventLog.list("PENDING", 1),
        await workLog.ofIds([id]),
      ]);
      expect([event, work]).toMatchObject([
        { attempts: 1, lastError: expect.stringContaining("TypeError: the shelf") as unknown },
        { attempts: 1, lastError: expect.stringContaining("TypeError: the shelf") as unknown },
      ]);
    });

    test("a failed image is fetched again when staff retry it, and a pending one waits on", async () => {
      const [failed, waiting] = ["https://img.example/a.png", "https://img.example/b.png"];
      const [key, other] = [urlKey(failed), urlKey(waiting)];
      const fail = (dueAt: Date | null) => ({ attempts: 1, dueAt, lastError: "UNREACHABLE" });
      await store.workerUnitOfWork.run(async ({ mediaSources }) => {
        await mediaSources.note([failed, waiting]);
        await mediaSources.claim([key, other], lease(), clock.now());
        await mediaSources.fail(key, FIRST, fail(null));
        await mediaSources.fail(other, FIRST, fail(later(PAUSE_MS)));
      });

      expect(
        await store.workerUnitOfWork.run(({ mediaSources }) =>
          mediaSources.retry("failed", clock.now()),
        ),
      ).toBe(1);
      const due = await store.workerUnitOfWork.run(({ mediaSources }) =>
        mediaSources.claim([key, other], lease(), clock.now()),
      );
      expect(due.map(({ url }) => url)).toEqual([failed]);
    });

    test("work that was done at the exact limit is kept", async () => {
      const id = await plan(0);
      await another().runDue(signal);
      const doneAt = clock.now();
      const removeDone = (before: Date) =>
        store.unitOfWork.run(({ workLog }) => workLog.removeDone(before, 10));

      expect(await removeDone(doneAt)).toBe(0);
      expect(await store.unitOfWork.run(({ workLog }) => workLog.ofIds([id]))).toHaveLength(1);
      expect(await removeDone(new Date(doneAt.getTime() + 1))).toBe(1);
    });
  });
};
