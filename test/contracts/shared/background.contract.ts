import { BetterSqlite3QueryRunner } from "typeorm/driver/better-sqlite3/BetterSqlite3QueryRunner.js";
import { MysqlQueryRunner } from "typeorm/driver/mysql/MysqlQueryRunner.js";
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { ScheduledWork } from "../../../src/application/shared/schedule.js";
import type { Store, Stores } from "../../../src/infrastructure/data-source.js";
import { ReadSource } from "../../../src/infrastructure/shared/read-source.js";
import { systemClock } from "../../../src/infrastructure/shared/system-clock.js";
import { startBackground, type Background } from "../../../src/wiring/background.js";
import { REACTIONS, type Reactions } from "../../../src/wiring/reactions.js";
import { collectedLog } from "../../fakes/collected-log.js";
import { numberedIds } from "../../fakes/numbered-ids.js";
import { counter, countShelves, note, notesOf, statuses } from "./workers.js";

const NEVER_MS = 3_600_000;
const ring = {
  kind: "test.ring",
  run: ({ subject }: ScheduledWork, stores: Stores) => note(stores, subject),
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
    const start = (reactions: Partial<Reactions> = {}, pollMs = NEVER_MS) =>
      (background = startBackground({
        store,
        reactions: { subscribers: [counter()], jobs: [ring], recurring: [], ...reactions },
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

    test("what a process commits, its workers do at once, without looking for it", async () => {
      start();
      await countShelves(store, [1], 2);
      await untilNoted(["1:1", "1:2"]);

      await plan("bell", new Date(0));
      await untilNoted(["1:1", "1:2", "bell"]);
    });

    test("what another process commits, and what becomes due, is found by looking", async () => {
      await countShelves(store, [1], 1);
      await plan("bell", new Date(Date.now() + 300));
      start({}, 100);

      await untilNoted(["1:1", "bell"]);
    });

    test("what runs is finished when the workers are stopped, and nothing is begun after that", async () => {
      await countShelves(store, [1], 5);
      let letGoOn = (): void => undefined;
      const mayGoOn = new Promise<void>((resolve) => (letGoOn = resolve));
      let hasBegun = false;
      const slow = counter();
      start({
        subscribers: [
          {
            ...slow,
            take: async (event, stores) => {
              hasBegun = true;
              await mayGoOn;
              await slow.take(event, stores);
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

    test("workers with nothing to do cost at most five statements a second", async () => {
      start({ recurring: REACTIONS.recurring }, 1_000);
      await expect
        .poll(
          async () =>
            (
              await store.readSource.query(
                "SELECT id FROM scheduled_work WHERE attempts = 0 AND lease_owner IS NULL AND due_at > '2026-01-01'",
              )
            ).length,
        )
        .toBe(REACTIONS.recurring.length);
      await new Promise((resolve) => setTimeout(resolve, 200));
      const spies = [
        vi.spyOn(BetterSqlite3QueryRunner.prototype, "query"),
        vi.spyOn(MysqlQueryRunner.prototype, "query"),
        vi.spyOn(ReadSource.prototype, "query"),
      ];

      await new Promise((resolve) => setTimeout(resolve, 3_000));

      const statements = spies.flatMap(({ mock }) => mock.calls).length;
      expect(statements).toBeGreaterThan(0);
      expect(statements).toBeLessThanOrEqual(15);
      process.stdout.write(
        `${name}: ${(statements / 3).toFixed(1)} statements a second with nothing to do\n`,
      );
    });

    test("a failing look is reported, and looked again after a rest", async () => {
      let looks = 0;
      const query: typeof store.readSource.query = () => {
        looks++;
        return Promise.reject(new Error("out of order"));
      };
      background = startBackground({
        store: { ...store, readSource: Object.assign(Object.create(store.readSource), { query }) },
        reactions: { subscribers: [], jobs: [ring], recurring: [] },
        clock: systemClock,
        log,
        pollMs: 50,
      });
      await countShelves(store, [1], 10);

      await expect.poll(() => looks, { timeout: 5_000 }).toBeGreaterThan(3);
      expect(looks).toBeLessThan(20);
      expect(log.lines.at(-1)).toMatchObject({
        level: "error",
        message: expect.stringContaining("tried again") as string,
      });
    });

    test("two reactions of one name, and names that do not fit, are refused", () => {
      expect(() => start({ subscribers: [counter(), counter()] })).toThrow(
        "Two reactions are called",
      );
      expect(() => start({ jobs: [{ ...ring, kind: "Test ring" }] })).toThrow("is no name");
    });
  });
};
