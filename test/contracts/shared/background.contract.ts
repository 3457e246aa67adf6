import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { OutsideWork } from "../../../src/application/shared/outside-work.js";
import type { ScheduledWork } from "../../../src/application/shared/schedule.js";
import type { Store } from "../../../src/infrastructure/store.js";
import type { Stores } from "../../../src/infrastructure/stores.js";
import { EmbeddedSession } from "../../../src/infrastructure/shared/database/embedded-sessions.js";
import { LentConnection } from "../../../src/infrastructure/shared/database/lent-connection.js";
import { ReadSource } from "../../../src/infrastructure/shared/database/read-source.js";
import { systemClock } from "../../../src/infrastructure/shared/system-clock.js";
import { startBackground, type Background } from "../../../src/wiring/background.js";
import type { BackgroundWork } from "../../../src/application/shared/context.js";
import { backgroundWork } from "../../../src/wiring/background-work.js";
import { collectedLog } from "../../fakes/collected-log.js";
import { numberedIds } from "../../fakes/numbered-ids.js";
import { counter, countStock, appendNote, notesOf, statuses } from "./workers.js";

const BACKGROUND_WORK = backgroundWork({ cartDays: 90 });

const NEVER_MS = 3_600_000;
const ring = {
  kind: "test.ring",
  run: ({ subject }: ScheduledWork, stores: Stores) => appendNote(stores, subject),
};

/** What the workers of a process must do, on either database. */
export const backgroundContract = (
  name: string,
  open: () => Promise<Store>,
  end: () => Promise<void> = async () => undefined,
): void => {
  describe(`background work: ${name}`, () => {
    let store: Store;
    let background: Background | undefined;
    const log = collectedLog();
    const start = (
      reactions: Partial<BackgroundWork<Stores>> = {},
      pollMs = NEVER_MS,
      outside: readonly OutsideWork[] = [],
    ) =>
      (background = startBackground({
        store,
        work: { subscribers: [counter()], jobs: [ring], recurring: [], ...reactions },
        outside,
        clock: systemClock,
        log,
        pollMs,
      }));
    const plan = (subject: string, dueAt: Date) =>
      store.unitOfWork.run(({ schedule }) =>
        schedule.plan([
          { id: numberedIds().next("work"), kind: ring.kind, subject, dueAt, facts: {} },
        ]),
      );
    const untilNoted = async (notes: readonly string[]): Promise<void> => {
      await expect.poll(() => notesOf(store), { timeout: 5_000 }).toEqual(notes);
    };

    beforeEach(async () => {
      store = await open();
    });
    afterEach(async () => {
      vi.restoreAllMocks();
      await background?.stop();
      background = undefined;
      await store.close();
    });
    afterAll(end);

    test("work that a process commits is done by its workers at once, without polling", async () => {
      start();
      await countStock(store, [1], 2);
      await untilNoted(["1:1", "1:2"]);

      await plan("bell", new Date(0));
      await untilNoted(["1:1", "1:2", "bell"]);
    });

    test("work that another process commits, and work that becomes due, is found by polling", async () => {
      await countStock(store, [1], 1);
      await plan("bell", new Date(Date.now() + 300));
      start({}, 100);

      await untilNoted(["1:1", "bell"]);
    });

    test("the current work is finished when the workers stop, and no work is started after that", async () => {
      await countStock(store, [1], 5);
      let letGoOn = (): void => undefined;
      const mayGoOn = new Promise<void>((resolve) => (letGoOn = resolve));
      let hasBegun = false;
      const slow = counter();
      start({
        subscribers: [
          {
            ...slow,
            handle: async (event, stores) => {
              hasBegun = true;
              await mayGoOn;
              await slow.handle(event, stores);
            },
          },
        ],
      });
      await expect.poll(() => hasBegun).toBe(true);

      const stopped = background?.stop();
      letGoOn();
      await stopped;

      expect(await statuses(store)).toEqual({ DELIVERED: 1, PENDING: 4 });
      expect(await notesOf(store)).toEqual(["1:1"]);
    });

    test("idle workers run at most five statements a second", async () => {
      start({ recurring: BACKGROUND_WORK.recurring }, 1_000);
      await expect
        .poll(
          async () =>
            (
              await store.readSource.query(
                "SELECT id FROM scheduled_work WHERE attempts = 0 AND lease_owner IS NULL AND due_at > '2026-01-01'",
              )
            ).length,
        )
        .toBe(BACKGROUND_WORK.recurring.length);
      await new Promise((resolve) => setTimeout(resolve, 200));
      const spies = [
        vi.spyOn(EmbeddedSession.prototype, "query"),
        vi.spyOn(EmbeddedSession.prototype, "change"),
        vi.spyOn(LentConnection.prototype, "query"),
        vi.spyOn(LentConnection.prototype, "change"),
        // On a server its statements are those of a connection.
        ...(store.readSource.dialect === "sqlite" ? [vi.spyOn(ReadSource.prototype, "query")] : []),
      ];

      await new Promise((resolve) => setTimeout(resolve, 3_000));

      const statements = spies.flatMap(({ mock }) => mock.calls).length;
      expect(statements).toBeGreaterThan(0);
      expect(statements).toBeLessThanOrEqual(15);
      process.stdout.write(
        `${name}: ${(statements / 3).toFixed(1)} statements a second with nothing to do\n`,
      );
    });

    test("a failed poll is reported, and polled again after a pause", async () => {
      let looks = 0;
      const query: typeof store.readSource.query = () => {
        looks++;
        return Promise.reject(new Error("out of order"));
      };
      background = startBackground({
        store: { ...store, readSource: Object.assign(Object.create(store.readSource), { query }) },
        work: { subscribers: [], jobs: [ring], recurring: [] },
        clock: systemClock,
        log,
        pollMs: 50,
      });
      await countStock(store, [1], 10);

      await expect.poll(() => looks, { timeout: 5_000 }).toBeGreaterThan(3);
      expect(looks).toBeLessThan(20);
      expect(log.lines.at(-1)).toMatchObject({
        level: "error",
        message: expect.stringContaining("tried again") as string,
      });
    });

    test("outside work may open units of work, runs again at once while there is more, and one run at a time", async () => {
      const runs: string[] = [];
      let running = 0;
      const call: OutsideWork = {
        kind: "test.call",
        everyMs: NEVER_MS,
        run: async () => {
          running += 1;
          await store.unitOfWork.run((stores) => appendNote(stores, `run ${runs.length + 1}`));
          runs.push(`${running} at a time`);
          running -= 1;
          return runs.length < 3 ? "more" : "done";
        },
      };
      start({}, NEVER_MS, [call]);

      await untilNoted(["run 1", "run 2", "run 3"]);
      await countStock(store, [1], 1);
      await untilNoted(["run 1", "run 2", "run 3", "1:1"]);
      expect(runs).toEqual(["1 at a time", "1 at a time", "1 at a time"]);
    });

    test("outside work that fails is logged and tried again, and stops no other", async () => {
      let failures = 0;
      let others = 0;
      start({}, NEVER_MS, [
        {
          kind: "test.fails",
          everyMs: 20,
          run: () => Promise.reject(new Error(`out of order ${++failures}`)),
        },
        { kind: "test.works", everyMs: 20, run: async () => (++others > 0 ? "done" : "more") },
      ]);

      await expect.poll(() => failures, { timeout: 5_000 }).toBeGreaterThan(2);
      await expect.poll(() => others, { timeout: 5_000 }).toBeGreaterThan(2 * failures);
      expect(log.lines.find(({ facts }) => facts["kind"] === "test.fails")).toMatchObject({
        level: "error",
        message: "Work with a service outside failed. It is tried again.",
        facts: { error: { message: "out of order 1" } },
      });
    });

    test("outside work is aborted and awaited when the workers stop", async () => {
      const steps: string[] = [];
      start({}, NEVER_MS, [
        {
          kind: "test.slow",
          everyMs: 1,
          run: async (_now, signal) => {
            steps.push("begun");
            await new Promise((resolve) => signal.addEventListener("abort", resolve));
            await new Promise((resolve) => setTimeout(resolve, 50));
            steps.push("ended");
            return "more";
          },
        },
      ]);
      await expect.poll(() => steps).toEqual(["begun"]);

      await background?.stop();

      expect(steps).toEqual(["begun", "ended"]);
    });

    test("two subscribers or jobs of one name, and invalid names, are refused", () => {
      expect(() => start({ subscribers: [counter(), counter()] })).toThrow(
        "Two subscribers or jobs are called",
      );
      expect(() => start({ jobs: [{ ...ring, kind: "Test ring" }] })).toThrow(
        "is not a valid name",
      );
      const call: OutsideWork = { kind: ring.kind, everyMs: 1, run: async () => "done" };
      expect(() => start({}, NEVER_MS, [call])).toThrow("Two subscribers or jobs are called");
    });
  });
};
