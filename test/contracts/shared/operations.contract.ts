import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import type { InventoryStores } from "../../../src/application/inventory/ports/stock-items.js";
import type { EventEntry, EventStores } from "../../../src/application/shared/events.js";
import type { ScheduledWork, ScheduleStores } from "../../../src/application/shared/schedule.js";
import type { UnitOfWork } from "../../../src/application/shared/unit-of-work.js";
import type { WorkStores } from "../../../src/application/shared/work-log.js";
import { StockItem } from "../../../src/domain/inventory/stock-item.js";
import { variantId } from "../../builders/product-content.js";
import { numberedIds } from "../../fakes/numbered-ids.js";

const NOW = new Date("2026-01-01T12:00:00.000Z");
const DAY_MS = 24 * 60 * 60_000;
const after = (milliseconds: number): Date => new Date(NOW.getTime() + milliseconds);

export interface OperationsSubject {
  readonly unitOfWork: UnitOfWork<EventStores & ScheduleStores & WorkStores & InventoryStores>;
  /** What the workers would do with an event or a piece of work. */
  readonly parkEvent: (id: string) => Promise<void>;
  readonly deliverEvent: (id: string, at: Date) => Promise<void>;
  readonly parkWork: (id: string) => Promise<void>;
  readonly finishWork: (id: string, at: Date) => Promise<void>;
  readonly close?: () => Promise<void>;
}

/** What planning work and looking after events must do, over the fake, SQLite and MySQL. */
export const operationsContract = (
  name: string,
  open: () => Promise<OperationsSubject>,
  end: () => Promise<void> = async () => undefined,
): void => {
  describe(`schedule and operator's logs: ${name}`, () => {
    let subject: OperationsSubject;
    let ids: ReturnType<typeof numberedIds>;
    const inUnit: OperationsSubject["unitOfWork"]["run"] = (work) => subject.unitOfWork.run(work);
    const work = (about: string, inMs = 0, kind = "test.ring"): ScheduledWork => ({
      id: ids.next("work"),
      kind,
      subject: about,
      dueAt: after(inMs),
      facts: { price: "12.90", tags: ["a", "ß😀"] },
    });
    const plan = (...works: readonly ScheduledWork[]) =>
      inUnit(({ schedule }) => schedule.plan(works));
    const planned = (...about: readonly string[]) =>
      inUnit(({ schedule }) => schedule.ofSubjects("test.ring", about));
    const threeEvents = async (): Promise<readonly EventEntry[]> => {
      await inUnit(({ stockItems }) =>
        stockItems.save([1, 2, 3].map((n) => StockItem.stock(variantId(n), n))),
      );
      return inUnit(({ eventLog }) => eventLog.list("PENDING", 10));
    };

    beforeEach(async () => {
      subject = await open();
      ids = numberedIds();
    });
    afterEach(async () => subject.close?.());
    afterAll(end);

    test("scheduled work is read back by its subject, soonest first", async () => {
      const [late, early, other, foreign] = [
        work("bell", 2_000),
        work("bell", 1_000),
        work("gong"),
        work("bell", 0, "test.polish"),
      ];
      await plan(late, early, other, foreign);

      expect(await planned("bell")).toEqual([early, late]);
      expect(await planned("bell", "gong", "none")).toEqual([other, early, late]);
      expect(await planned()).toEqual([]);
    });

    test("all work on deleted subjects is cancelled, and no other work", async () => {
      const kept = work("gong");
      await plan(work("bell"), work("bell", 0, "test.polish"), work("horn"), kept);

      expect(
        await inUnit(({ schedule }) => schedule.cancelAllOfSubjects(["bell", "horn", "none"])),
      ).toBe(3);
      expect(await planned("bell", "gong", "horn")).toEqual([kept]);
      expect(await inUnit(({ schedule }) => schedule.cancelAllOfSubjects([]))).toBe(0);
    });

    test("work that is scheduled in a failed unit of work is not stored", async () => {
      const failing = inUnit(async ({ schedule }) => {
        await schedule.plan([work("bell")]);
        throw new Error("the power went out");
      });

      await expect(failing).rejects.toThrow("the power went out");
      expect(await planned("bell")).toEqual([]);
    });

    test("cancelled work is deleted, and work that is done or parked is kept", async () => {
      const [first, second, done, parked] = [
        work("bell"),
        work("bell", 1),
        work("bell", 2),
        work("bell", 3),
      ];
      await plan(first, second, done, parked, work("gong"));
      await subject.finishWork(done.id, NOW);
      await subject.parkWork(parked.id);

      expect(await inUnit(({ schedule }) => schedule.cancel([first.id, done.id]))).toBe(1);
      expect(await planned("bell")).toEqual([second]);
      expect(await inUnit(({ schedule }) => schedule.cancelOfSubject("test.ring", "bell"))).toBe(1);
      expect(await planned("bell", "gong")).toHaveLength(1);
      expect(await inUnit(({ workLog }) => workLog.list("PARKED", 9))).toHaveLength(1);
    });

    test("the operator lists work by its status, soonest first and up to the limit", async () => {
      const [late, early, parked] = [work("bell", 2_000), work("bell", 1_000), work("gong")];
      await plan(late, early, parked);
      await subject.parkWork(parked.id);

      expect(await inUnit(({ workLog }) => workLog.list("PENDING", 1))).toEqual([
        {
          id: early.id,
          kind: "test.ring",
          subject: "bell",
          dueAt: early.dueAt,
          status: "PENDING",
          everyMs: null,
          attempts: 0,
          lastError: null,
        },
      ]);
      expect(await inUnit(({ workLog }) => workLog.list("PARKED", 9))).toMatchObject([
        { id: parked.id, attempts: 10, lastError: "Error: jammed" },
      ]);
    });

    test("retried work is due now, with all its attempts; work that is done is not repeated", async () => {
      const [parked, done] = [work("bell"), work("gong")];
      await plan(parked, done);
      await subject.parkWork(parked.id);
      await subject.finishWork(done.id, NOW);

      await inUnit(({ workLog }) => workLog.retry([parked.id, done.id], after(500)));

      expect(await inUnit(({ workLog }) => workLog.list("PENDING", 9))).toMatchObject([
        { id: parked.id, attempts: 0, lastError: null, dueAt: after(500) },
      ]);
      expect(await inUnit(({ workLog }) => workLog.list("DONE", 9))).toHaveLength(1);
    });

    test("work that was done before a time is deleted in batches, other work is not", async () => {
      const works = [work("a", 0), work("b", 1), work("c", 2), work("d", 3)];
      await plan(...works);
      for (const [n, { id }] of works.slice(0, 3).entries())
        await subject.finishWork(id, after(n * DAY_MS));

      expect(await inUnit(({ workLog }) => workLog.removeDone(after(DAY_MS + 1), 1))).toBe(1);
      expect(await inUnit(({ workLog }) => workLog.removeDone(after(DAY_MS + 1), 9))).toBe(1);
      expect(await inUnit(({ workLog }) => workLog.ofIds(works.map(({ id }) => id)))).toMatchObject(
        [{ subject: "c" }, { subject: "d" }],
      );
    });

    test("the operator lists events by their status, oldest first and up to the limit", async () => {
      const [first, second] = await threeEvents();
      await subject.parkEvent(second?.id ?? "");

      expect(await inUnit(({ eventLog }) => eventLog.list("PENDING", 1))).toEqual([first]);
      expect(first).toMatchObject({
        type: "inventory.stock-counted",
        aggregateId: variantId(1),
        sequence: 1,
        occurredAt: NOW,
        status: "PENDING",
        attempts: 0,
        dueAt: null,
        lastError: null,
      });
      expect(await inUnit(({ eventLog }) => eventLog.list("PARKED", 9))).toMatchObject([
        { id: second?.id, attempts: 10, lastError: "Error: jammed" },
      ]);
    });

    test("replayed events are pending with all their attempts", async () => {
      const [first, second, third] = (await threeEvents()).map(({ id }) => id);
      for (const id of [first, second]) await subject.parkEvent(id ?? "");
      await subject.deliverEvent(third ?? "", NOW);

      await inUnit(({ eventLog }) => eventLog.replay([first ?? "", third ?? ""]));
      expect(await inUnit(({ eventLog }) => eventLog.list("PENDING", 9))).toMatchObject([
        { id: first, attempts: 0, lastError: null },
        { id: third },
      ]);
      expect(await inUnit(({ eventLog }) => eventLog.replayParked())).toBe(1);
      expect(await inUnit(({ eventLog }) => eventLog.list("PARKED", 9))).toEqual([]);
    });

    test("dropped events are deleted", async () => {
      const [first, second, third] = await threeEvents();

      await inUnit(({ eventLog }) => eventLog.drop([first?.id ?? "", third?.id ?? ""]));

      expect(
        await inUnit(({ eventLog }) =>
          eventLog.ofIds([first?.id ?? "", second?.id ?? "", third?.id ?? "", "none"]),
        ),
      ).toEqual([second]);
    });

    test("events that were delivered before a time are deleted in batches, other events are not", async () => {
      const events = await threeEvents();
      for (const [n, { id }] of events.slice(0, 2).entries())
        await subject.deliverEvent(id, after(n));

      expect(await inUnit(({ eventLog }) => eventLog.removeDelivered(after(1), 9))).toBe(1);
      expect(await inUnit(({ eventLog }) => eventLog.removeDelivered(after(2), 9))).toBe(1);
      expect(await inUnit(({ eventLog }) => eventLog.ofIds(events.map(({ id }) => id)))).toEqual([
        events[2],
      ]);
    });
  });
};
