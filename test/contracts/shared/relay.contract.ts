import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import type { StoredEvent, Subscriber } from "../../../src/application/shared/events.js";
import { StockItem } from "../../../src/domain/inventory/stock-item.js";
import type { Store } from "../../../src/infrastructure/store.js";
import type { Stores } from "../../../src/infrastructure/stores.js";
import {
  OutboxRelay,
  type RelayNeeds,
} from "../../../src/infrastructure/shared/worker/outbox-relay.js";
import { variantId } from "../../builders/product-content.js";
import { collectedLog } from "../../fakes/collected-log.js";
import { movableClock, type MovableClock } from "../../fakes/movable-clock.js";
import { manyEvents } from "./many-events.js";
import {
  counter,
  countStock,
  interrupted,
  appendNote,
  notesOf,
  variantNumber,
  statuses,
} from "./workers.js";

const LEASE_MS = 30_000;
const A_WHILE_MS = 10 * 60_000;
const { signal } = new AbortController();

/** What delivering events must do, on either database. */
export const relayContract = (
  name: string,
  open: () => Promise<Store>,
  end: () => Promise<void> = async () => undefined,
): void => {
  describe(`delivery of events: ${name}`, () => {
    let store: Store;
    let clock: MovableClock;
    const relay = (needs: Partial<RelayNeeds<Stores>> = {}) =>
      new OutboxRelay<Stores>({
        unitOfWork: store.workerUnitOfWork,
        reads: store.readSource,
        subscribers: [counter()],
        clock,
        log: collectedLog(),
        leaseMs: LEASE_MS,
        ...needs,
      });
    const drain = async (one: OutboxRelay<Stores>) => {
      while (await one.deliverDue(signal));
    };

    beforeEach(async () => {
      store = await open();
      clock = movableClock();
    });
    afterEach(() => store.close());
    afterAll(end);

    test("each subscriber gets each event once, in the order of the aggregate", async () => {
      await countStock(store, [1, 2], 3);
      const other: Subscriber<Stores> = {
        name: "test.other",
        types: ["inventory.stock-counted"],
        handle: (event, stores) =>
          appendNote(stores, `other ${variantNumber(event)}:${event.sequence}`),
      };

      await drain(relay({ subscribers: [counter(), other] }));

      const notes = await notesOf(store);
      expect(notes.filter((one) => one.startsWith("1:"))).toEqual(["1:1", "1:2", "1:3"]);
      expect(notes.filter((one) => one.startsWith("other 2:"))).toEqual([
        "other 2:1",
        "other 2:2",
        "other 2:3",
      ]);
      expect(notes).toHaveLength(12);
      expect(await statuses(store)).toEqual({ DELIVERED: 6 });
    });

    manyEvents({ store: () => store, relay, drain });

    test("a subscriber gets the facts and the time of an event", async () => {
      await countStock(store, [1], 1);
      const handled: StoredEvent[] = [];

      await drain(
        relay({
          subscribers: [{ ...counter(), handle: async (event) => void handled.push(event) }],
        }),
      );

      expect(handled).toMatchObject([
        {
          type: "inventory.stock-counted",
          aggregateId: variantId(1),
          sequence: 1,
          occurredAt: new Date("2026-01-01T12:00:00.000Z"),
          facts: { variantId: variantId(1), onHand: 1 },
        },
      ]);
      expect(handled[0]?.id).toMatch(/^[0-9a-f-]{36}$/);
    });

    test("two relays at the same time deliver each event once and in order", async () => {
      await countStock(store, [1, 2, 3, 4, 5, 6], 20);
      const relays = [relay(), relay()];

      await Promise.all(relays.map(drain));
      await drain(relay());

      const notes = await notesOf(store);
      expect(notes).toHaveLength(120);
      for (const variant of [1, 2, 3, 4, 5, 6])
        expect(notes.filter((one) => one.startsWith(`${variant}:`))).toEqual(
          Array.from({ length: 20 }, (_, n) => `${variant}:${n + 1}`),
        );
      expect(await statuses(store)).toEqual({ DELIVERED: 120 });
    });

    test("a failed unit of work stores no event", async () => {
      const failing = store.unitOfWork.run(async ({ stockItems }) => {
        await stockItems.save([StockItem.stock(variantId(1), 5)]);
        throw new Error("the power went out");
      });
      await expect(failing).rejects.toThrow("the power went out");

      expect(await relay().deliverDue(signal)).toBe(false);
      expect(await notesOf(store)).toEqual([]);
    });

    test("when a relay dies between the effect and the mark, the event is delivered again and has one effect", async () => {
      await countStock(store, [1], 2);
      const died = new Error("killed");
      // It claims, gives two events, and dies before it marks them.
      const unitOfWork = interrupted(store.workerUnitOfWork, 4, () => Promise.reject(died));
      await expect(relay({ unitOfWork }).deliverDue(signal)).rejects.toThrow(died);
      expect(await statuses(store)).toEqual({ PENDING: 2 });

      clock.forward(LEASE_MS + 1);
      await drain(relay());

      expect(await notesOf(store)).toEqual(["1:1", "1:2"]);
      expect(await statuses(store)).toEqual({ DELIVERED: 2 });
    });

    test("the events of a relay that died are delivered by another one when the lease ends, and not before", async () => {
      await countStock(store, [1], 2);
      const unitOfWork = interrupted(store.workerUnitOfWork, 2, () => new Promise(() => undefined));
      void relay({ unitOfWork }).deliverDue(signal);
      await expect
        .poll(
          async () =>
            (await store.readSource.query("SELECT id FROM outbox WHERE lease_owner IS NOT NULL"))
              .length,
        )
        .toBe(2);

      expect(await relay().deliverDue(signal)).toBe(false);
      expect(await notesOf(store)).toEqual([]);

      clock.forward(LEASE_MS + 1);
      await drain(relay());
      expect(await notesOf(store)).toEqual(["1:1", "1:2"]);
    });

    test("a relay that has lost its lease delivers nothing more", async () => {
      await countStock(store, [1], 3);
      const slow = relay({
        unitOfWork: interrupted(store.workerUnitOfWork, 3, async () => {
          clock.forward(LEASE_MS + 1);
          await relay({
            subscribers: [counter("test.counter", ({ sequence }) => sequence === 2)],
          }).deliverDue(signal);
        }),
      });

      await slow.deliverDue(signal);

      expect(await notesOf(store)).toEqual(["1:1"]);
      expect(await statuses(store)).toEqual({ DELIVERED: 1, PENDING: 2 });
    });

    test("an event that another relay has claimed in the meantime is left to it", async () => {
      await countStock(store, [1], 1);
      const claim = (owner: string) =>
        store.workerUnitOfWork.run(({ deliveries }) =>
          deliveries.claim(
            [key],
            { owner, until: new Date(clock.now().getTime() + LEASE_MS) },
            clock.now(),
          ),
        );
      const [row] = await store.readSource.query("SELECT id FROM outbox");
      const key = Number(row?.["id"]);

      expect(await claim("first")).toHaveLength(1);
      expect(await claim("second")).toEqual([]);
      expect(await store.readSource.query("SELECT lease_owner FROM outbox")).toEqual([
        { lease_owner: "first" },
      ]);
    });

    test("an event is released while another relay has an earlier one of its aggregate", async () => {
      await countStock(store, [1], 1);
      // While it polls, another relay claims the first event, and a second event is stored.
      let looks = 0;
      const reads = {
        query: async (sql: string, values?: Parameters<Store["readSource"]["query"]>[1]) => {
          if (looks++ > 0) return store.readSource.query(sql, values);
          await countStock(store, [1], 2);
          const rows = await store.readSource.query(sql, values);
          const lease = { owner: "another", until: new Date(clock.now().getTime() + LEASE_MS) };
          await store.workerUnitOfWork.run(({ deliveries }) =>
            deliveries.claim([Number(rows[0]?.["id"])], lease, clock.now()),
          );
          return rows;
        },
      };

      expect(await relay({ reads }).deliverDue(signal)).toBe(false);
      expect(await notesOf(store)).toEqual([]);
      expect(await store.readSource.query("SELECT lease_owner FROM outbox ORDER BY id")).toEqual([
        { lease_owner: "another" },
        { lease_owner: null },
        { lease_owner: null },
      ]);
    });

    test("after a failure later events of the aggregate wait, and others do not", async () => {
      await countStock(store, [1, 2], 2);
      let isBroken = true;
      const one = relay({
        subscribers: [
          counter(
            "test.counter",
            (event) => isBroken && variantNumber(event) === 1 && event.sequence === 1,
          ),
        ],
      });

      await drain(one);
      expect(await notesOf(store)).toEqual(["2:1", "2:2"]);
      isBroken = false;
      await drain(one);
      expect(await notesOf(store)).toHaveLength(2);

      clock.forward(1_000);
      await drain(one);
      expect(await notesOf(store)).toEqual(["2:1", "2:2", "1:1", "1:2"]);
    });

    test("an event that waits for its next attempt does not keep relays busy with later ones of its aggregate", async () => {
      await countStock(store, [1], 3);
      await drain(relay({ subscribers: [counter("test.counter", () => true)] }));
      let runs = 0;
      const unitOfWork = interrupted(store.workerUnitOfWork, 1, async () => void runs++);

      expect(await relay({ unitOfWork }).deliverDue(signal)).toBe(false);
      expect(runs).toBe(0);
    });

    test("an event is parked after ten failures, and the later ones are delivered", async () => {
      await countStock(store, [1], 2);
      const log = collectedLog();
      const one = relay({
        log,
        subscribers: [counter("test.counter", ({ sequence }) => sequence === 1)],
      });

      for (let n = 1; n <= 9; n++) {
        await drain(one);
        expect(await statuses(store)).toEqual({ PENDING: 2 });
        clock.forward(A_WHILE_MS);
      }
      await drain(one);

      expect(await statuses(store)).toEqual({ DELIVERED: 1, PARKED: 1 });
      expect(await notesOf(store)).toEqual(["1:2"]);
      const [parked] = await store.unitOfWork.run(({ eventLog }) => eventLog.list("PARKED", 10));
      expect(parked).toMatchObject({
        sequence: 1,
        attempts: 10,
        lastError: "test.counter: TypeError: the shelf fell down",
      });
      expect(new Set(log.lines.map(({ facts }) => facts.subscriber))).toEqual(
        new Set(["test.counter"]),
      );
      expect(log.lines.map(({ level }) => level)).toEqual([
        ...Array.from({ length: 9 }, () => "warn"),
        "error",
      ]);
      expect(
        JSON.stringify(log.lines.map(({ facts: { error: _, ...facts } }) => facts)),
      ).not.toContain("onHand");
    });

    test("five thousand events without a subscriber are marked in a few small units of work", async () => {
      for (let from = 0; from < 5_000; from += 1_000)
        await store.unitOfWork.run(({ stockItems }) =>
          stockItems.save(
            Array.from({ length: 1_000 }, (_, n) => StockItem.stock(variantId(from + n), 1)),
          ),
        );
      let runs = 0;
      const unitOfWork: typeof store.workerUnitOfWork = {
        run: (work) => {
          runs++;
          return store.workerUnitOfWork.run(work);
        },
      };

      await drain(relay({ unitOfWork, subscribers: [] }));

      expect(await statuses(store)).toEqual({ DELIVERED: 5_000 });
      expect(runs).toBe(10);
    });

    test("a relay that is stopped finishes its current event and releases the others", async () => {
      await countStock(store, [1], 3);
      const stopping = new AbortController();
      const subscriber = counter();
      const take: typeof subscriber.handle = async (event, stores) => {
        await subscriber.handle(event, stores);
        stopping.abort();
      };

      await relay({ subscribers: [{ ...subscriber, handle: take }] }).deliverDue(stopping.signal);

      expect(await notesOf(store)).toEqual(["1:1"]);
      expect(await statuses(store)).toEqual({ DELIVERED: 1, PENDING: 2 });
      expect(
        await store.readSource.query("SELECT id FROM outbox WHERE lease_owner IS NOT NULL"),
      ).toEqual([]);
    });

    test("a commit that stores events wakes the relay of its process; a commit without events and a failed one do not", async () => {
      let calls = 0;
      store.onNewWork(() => calls++);
      await store.unitOfWork.run(({ settings }) => settings.set("a", "b"));
      await store.unitOfWork
        .run(async ({ stockItems }) => {
          await stockItems.save([StockItem.stock(variantId(1), 5)]);
          throw new Error("the power went out");
        })
        .catch(() => undefined);
      expect(calls).toBe(0);

      await countStock(store, [1], 1);
      expect(calls).toBe(1);
      await drain(relay());
      expect(calls).toBe(1);
    });
  });
};
