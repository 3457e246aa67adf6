import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  claimStock,
  extendReservations,
  releaseStock,
  reserveStock,
} from "../../../src/application/inventory/inventory.js";
import type { StockKey, StockUnits } from "../../../src/application/inventory/ports/stock-units.js";
import { removeEndedReservations } from "../../../src/application/inventory/reservations/remove-ended-reservations.js";
import { releaseExpiredHolds } from "../../../src/application/inventory/reservations/release-expired-holds.js";
import { InvalidQuantity } from "../../../src/domain/inventory/errors.js";
import type { LocationId } from "../../../src/domain/inventory/ids.js";
import { id } from "../../../src/domain/shared/id.js";
import { LARGE, MEDIUM, minutes, NOW, SMALL, stockShop, type StockSubject } from "./stock-shop.js";

const days = (n: number): Date => minutes(n * 24 * 60);
const WAREHOUSE = id<LocationId>("location_01h00000000000000000000001");

/** Units that are promised to buyers, in every store. */
export const reservationsContract = (name: string, open: () => Promise<StockSubject>): void => {
  describe(`reservations: ${name}`, () => {
    let subject: StockSubject;
    const shop = stockShop(() => subject);
    const { run, fillShelves, reserve, figuresOf, availableOf, ledger } = shop;
    const release = (holder: string) => run((stores) => releaseStock(stores, holder));
    const claim = (holder: string) => run((stores) => claimStock(stores, holder));
    const announced = async () =>
      (await subject.outboxTypes()).filter((type) => !type.endsWith("-counted")).slice(2);

    beforeEach(async () => {
      subject = await open();
    });
    afterEach(async () => {
      expect(await shop.defects()).toEqual([]);
      await subject.close?.();
    });
    test("reserved units are held for their buyer, and the ledger says so", async () => {
      await fillShelves([5, 7]);
      const events = await subject.outboxTypes();
      expect(
        await reserve("order_1", [
          [SMALL, 2],
          [MEDIUM, 3],
        ]),
      ).toEqual([]);

      expect([await figuresOf(SMALL), await figuresOf(MEDIUM)]).toEqual([
        [5, 2, 0],
        [7, 3, 0],
      ]);
      expect([await availableOf(SMALL), await availableOf(MEDIUM)]).toEqual([3, 4]);
      expect((await ledger()).slice(-2)).toEqual([
        ["RESERVED", 0, 2, 0, "order_1"],
        ["RESERVED", 0, 3, 0, "order_1"],
      ]);
      expect(await subject.outboxTypes()).toEqual(events);
    });

    test("lines of one variant are added up", async () => {
      await fillShelves([5]);
      const lines = [
        [SMALL, 3],
        [SMALL, 3],
      ] as const;

      expect(await reserve("order_1", lines)).toEqual([
        { variantId: SMALL, requested: 6, available: 5 },
      ]);
      expect(await reserve("order_1", lines.slice(1))).toEqual([]);
    });

    test("a buyer of more than there is hears how many there are, and gets nothing", async () => {
      await fillShelves([2, 7, 0]);

      expect(
        await reserve("order_1", [
          [SMALL, 3],
          [MEDIUM, 1],
          [LARGE, 1],
        ]),
      ).toEqual([
        { variantId: SMALL, requested: 3, available: 2 },
        { variantId: LARGE, requested: 1, available: 0 },
      ]);
      expect([await figuresOf(SMALL), await figuresOf(MEDIUM)]).toEqual([
        [2, 0, 0],
        [7, 0, 0],
      ]);
    });

    test.each([0, -1, 1.5, Number.NaN, 2_000_000_000])("%s units are refused", async (quantity) => {
      await fillShelves([5]);

      await expect(reserve("order_1", [[SMALL, quantity]])).rejects.toThrow(InvalidQuantity);
    });

    test("safety stock is not sold", async () => {
      await fillShelves([5]);
      await run(async ({ stockItems }) => {
        const item = await stockItems.get(SMALL);
        item.setTerms({ safety: 3 });
        await stockItems.save([item]);
      });

      expect(await availableOf(SMALL)).toBe(2);
      expect(await reserve("order_1", [[SMALL, 3]])).toEqual([
        { variantId: SMALL, requested: 3, available: 2 },
      ]);
      expect(await reserve("order_1", [[SMALL, 2]])).toEqual([]);
    });

    test("what is not tracked needs no units, and what continues to be sold may lack them", async () => {
      await fillShelves([1, undefined]);

      expect(await reserve("order_1", [[MEDIUM, 4]], { policy: { tracked: false } })).toEqual([]);
      expect(
        await reserve("order_1", [[MEDIUM, 4]], { policy: { soldOutPolicy: "CONTINUE" } }),
      ).toEqual([]);
      expect(await subject.reservationsOf("order_1")).toEqual([]);
      expect(
        await reserve("order_2", [[SMALL, 4]], { policy: { soldOutPolicy: "CONTINUE" } }),
      ).toEqual([]);
      expect(await figuresOf(SMALL)).toEqual([1, 4, 0]);
      expect(await availableOf(SMALL)).toBe(0);
    });

    test("stock that is tracked and never was counted is sold out", async () => {
      await fillShelves([1, undefined]);

      expect(await reserve("order_1", [[MEDIUM, 1]])).toEqual([
        { variantId: MEDIUM, requested: 1, available: 0 },
      ]);
    });

    test("the last unit is announced and taken off the lists, and comes back with its release", async () => {
      await fillShelves([1, 5]);
      await reserve("order_1", [[SMALL, 1]]);
      expect((await shop.listing())?.sellable).toEqual([false, true, false]);

      await release("order_1");
      expect((await shop.listing())?.sellable).toEqual([true, true, false]);
      expect(await announced()).toEqual([
        "inventory.stock-exhausted",
        "inventory.stock-replenished",
      ]);
    });

    test("low stock is announced once, when the threshold is crossed", async () => {
      await fillShelves([5]);
      await run(async ({ stockItems }) => {
        const item = await stockItems.get(SMALL);
        item.setTerms({ lowStockAt: 3 });
        await stockItems.save([item]);
      });
      for (const n of [1, 2, 3]) await reserve(`order_${n}`, [[SMALL, 1]]);
      expect((await announced()).filter((type) => type.endsWith("low"))).toHaveLength(1);

      await release("order_1");
      await release("order_2");
      await reserve("order_4", [[SMALL, 1]]);
      expect((await announced()).filter((type) => type.endsWith("low"))).toHaveLength(2);
    });

    test("a release gives back what is held, once", async () => {
      await fillShelves([5]);
      await reserve("order_1", [[SMALL, 2]]);
      await reserve("order_2", [[SMALL, 1]]);
      await release("order_1");
      await release("order_1");

      expect(await figuresOf(SMALL)).toEqual([5, 1, 0]);
      expect(await subject.reservationsOf("order_1")).toEqual([["RELEASED", 2]]);
      expect(await claim("order_1")).toEqual([]);
    });

    test("a claim keeps what was held, once, and a release leaves it", async () => {
      await fillShelves([5]);
      await reserve("order_1", [[SMALL, 2]]);
      expect(await claim("order_1")).toMatchObject([{ variantId: SMALL, quantity: 2 }]);
      expect(await claim("order_1")).toEqual([]);
      await release("order_1");

      expect(await figuresOf(SMALL)).toEqual([5, 0, 2]);
      expect((await ledger()).at(-1)).toEqual(["CLAIMED", 0, -2, 2, "order_1"]);
      expect(await subject.reservationsOf("order_1")).toEqual([["CLAIMED", 2]]);
    });

    test("units that are paid for already are claimed at once", async () => {
      await fillShelves([5]);
      await reserve("order_1", [[SMALL, 2]], { isPaid: true });

      expect(await figuresOf(SMALL)).toEqual([5, 0, 2]);
      expect((await ledger()).at(-1)).toEqual(["CLAIMED", 0, 0, 2, "order_1"]);
    });

    test("a hold whose time has passed is gone for everybody, although no job has run", async () => {
      await fillShelves([2]);
      await reserve("order_1", [[SMALL, 2]], { expiresAt: NOW });
      await reserve("order_2", [[SMALL, 1]]).then((short) => expect(short).toEqual([]));

      expect(await availableOf(SMALL)).toBe(1);
      expect(await subject.reservationsOf("order_1")).toEqual([["RELEASED", 2]]);
      expect(await figuresOf(SMALL)).toEqual([2, 1, 0]);
      expect(await claim("order_1")).toEqual([]);
    });

    test("reads see a hold as gone from the moment on at which its time has passed", async () => {
      await fillShelves([2, 2]);
      await reserve("order_1", [[SMALL, 2]], { expiresAt: NOW });
      await reserve("order_2", [[MEDIUM, 2]], { expiresAt: new Date(NOW.getTime() + 1) });

      expect([await availableOf(SMALL), await availableOf(MEDIUM)]).toEqual([2, 0]);
    });

    test("a hold whose time has passed can be claimed as long as nobody else has got the units", async () => {
      await fillShelves([2]);
      await reserve("order_1", [[SMALL, 2]], { expiresAt: minutes(-5) });

      expect(await claim("order_1")).toHaveLength(1);
      expect([await figuresOf(SMALL), await availableOf(SMALL)]).toEqual([[2, 0, 2], 0]);
    });

    test("an extended hold is held until its new end", async () => {
      await fillShelves([2]);
      await reserve("order_1", [[SMALL, 2]], { expiresAt: minutes(-5) });
      expect(await run((stores) => extendReservations(stores, "order_1", minutes(5)))).toBe(1);

      expect(await availableOf(SMALL)).toBe(0);
      expect(await run((stores) => extendReservations(stores, "order_2", null))).toBe(0);
    });

    test("the job gives back expired holds in portions, and lists follow", async () => {
      await fillShelves([3, 4]);
      await reserve("order_1", [[SMALL, 3]], { expiresAt: minutes(-2) });
      await reserve("order_2", [[MEDIUM, 4]], { expiresAt: minutes(2) });
      expect((await shop.listing())?.sellable).toEqual([false, false, false]);

      expect(await run((stores) => releaseExpiredHolds.run(NOW, stores))).toBe("done");
      expect((await shop.listing())?.sellable).toEqual([true, false, false]);
      expect([await figuresOf(SMALL), await figuresOf(MEDIUM)]).toEqual([
        [3, 0, 0],
        [4, 4, 0],
      ]);
    });

    test("ended reservations are removed in portions, claimed ones later, and held ones never", async () => {
      await fillShelves([9]);
      for (const holder of ["order_1", "order_2", "order_3"]) await reserve(holder, [[SMALL, 2]]);
      await release("order_1");
      await claim("order_2");
      const removed = (state: "CLAIMED" | "RELEASED", before: Date, limit = 9) =>
        run(({ reservations }) => reservations.removeEnded(state, before, limit));
      const removeAt = (now: Date) => run((stores) => removeEndedReservations.run(now, stores));
      const left = async () =>
        Promise.all(["order_1", "order_2", "order_3"].map((one) => subject.reservationsOf(one)));

      expect([await removed("RELEASED", NOW), await removed("CLAIMED", days(1), 0)]).toEqual([
        0, 0,
      ]);
      expect(await removeAt(days(7))).toBe("done");
      expect(await left()).toEqual([[["RELEASED", 2]], [["CLAIMED", 2]], [["HELD", 2]]]);
      await removeAt(days(8));
      expect(await left()).toEqual([[], [["CLAIMED", 2]], [["HELD", 2]]]);
      await removeAt(days(401));
      expect(await left()).toEqual([[], [], [["HELD", 2]]]);
      expect(await figuresOf(SMALL)).toEqual([9, 2, 2]);
      expect((await ledger()).length).toBe(6);
    });

    test("units come from one location that has all of them, or else from several", async () => {
      await fillShelves([2]);
      await shop.stockAt(WAREHOUSE, SMALL, 4);
      expect(await availableOf(SMALL)).toBe(6);

      await reserve("order_1", [[SMALL, 3]]);
      expect([await figuresOf(SMALL), await figuresOf(SMALL, WAREHOUSE)]).toEqual([
        [2, 0, 0],
        [4, 3, 0],
      ]);
      expect(await reserve("order_2", [[SMALL, 3]])).toEqual([]);
      expect(await subject.reservationsOf("order_2")).toHaveLength(2);
      expect(await reserve("order_3", [[SMALL, 1]])).toEqual([
        { variantId: SMALL, requested: 1, available: 0 },
      ]);
      await release("order_2");
      expect(await availableOf(SMALL)).toBe(3);
    });

    test("what one location lacks takes nothing away from what another one has", async () => {
      await fillShelves([2]);
      await shop.stockAt(WAREHOUSE, SMALL, 3);
      await reserve("order_1", [[SMALL, 2]]);
      await shop.adjust(SMALL, -2);

      expect(await availableOf(SMALL)).toBe(3);
      expect((await shop.listing())?.sellable?.[0]).toBe(true);
      expect(await reserve("order_2", [[SMALL, 3]])).toEqual([]);
      expect((await shop.listing())?.sellable?.[0]).toBe(false);
    });

    test("a plan that another buyer has overtaken finds the units at another location", async () => {
      await fillShelves([2]);
      await shop.stockAt(WAREHOUSE, SMALL, 2);
      await run(async (stores) => {
        let looks = 0;
        const { stockUnits: units } = stores;
        const stockUnits: StockUnits = {
          change: (change) => units.change(change),
          announce: (events) => units.announce(events),
          look: async (variants, now) => {
            const found = await units.look(variants, now);
            // The first look is outdated: it still shows two units at the default location.
            if (looks++ === 0)
              await units.change({ ...AT_DEFAULT, reservedBy: 2, isGuarded: true });
            return found;
          },
        };
        const overtaken = Object.create(stores, {
          stockUnits: { value: stockUnits },
        }) as typeof stores;
        expect(
          await reserveStock(overtaken, shop.requestOf("order_1", [[SMALL, 2]])),
        ).toMatchObject({
          shortages: [],
        });
        await stores.stockUnits.change({ ...AT_DEFAULT, reservedBy: -2, isGuarded: false });
      });

      expect([await figuresOf(SMALL), await figuresOf(SMALL, WAREHOUSE)]).toEqual([
        [2, 0, 0],
        [2, 2, 0],
      ]);
      expect(await subject.reservationsOf("order_1")).toEqual([
        ["RELEASED", 2],
        ["HELD", 2],
      ]);
    });

    test("a buyer who is overtaken again and again is told how many units there really are", async () => {
      await fillShelves([2]);
      await shop.stockAt(WAREHOUSE, SMALL, 1);
      await run(async (stores) => {
        let looks = 0;
        const { stockUnits: units } = stores;
        const stockUnits: StockUnits = {
          change: (change) => units.change(change),
          announce: (events) => units.announce(events),
          look: async (variants, now) => {
            const found = await units.look(variants, now);
            // Three looks are outdated: they show two more units at the warehouse.
            if (looks++ > 2) return found;
            const more = ({ locationId }: StockKey) => (locationId === WAREHOUSE ? 2 : 0);
            return {
              ...found,
              units: found.units.map((one) => ({ ...one, available: one.available + more(one) })),
            };
          },
        };
        const overtaken = Object.create(stores, {
          stockUnits: { value: stockUnits },
        }) as typeof stores;
        const outcome = await reserveStock(overtaken, shop.requestOf("order_1", [[SMALL, 5]]));
        expect(outcome.shortages).toEqual([{ variantId: SMALL, requested: 5, available: 3 }]);
        await releaseStock(stores, "order_1");
      });
    });
  });
};

const AT_DEFAULT = {
  variantId: SMALL,
  locationId: id<LocationId>("location_00000000000000000000000000"),
  claimedBy: 0,
};
