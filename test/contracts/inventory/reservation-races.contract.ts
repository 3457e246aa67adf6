import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  claimStock,
  completeReservation,
  planReservation,
  releaseStock,
} from "../../../src/application/inventory/inventory.js";
import { meeting } from "../shared/meeting.js";
import { MEDIUM, minutes, SMALL, stockShop, type StockSubject } from "./stock-shop.js";

/** Buyers, sellers and the clock that want the same units at once, in every store. */
export const reservationRacesContract = (name: string, open: () => Promise<StockSubject>): void => {
  describe(`races for reservations: ${name}`, () => {
    let subject: StockSubject;
    const shop = stockShop(() => subject);
    const { run, fillShelves, figuresOf } = shop;

    beforeEach(async () => {
      subject = await open();
    });
    afterEach(async () => {
      expect(await shop.defects()).toEqual([]);
      await subject.close?.();
    });
    /** Buyers who have all found enough units before the first of them gets any. */
    const buyersWhoMeet = (count: number, lines: Parameters<typeof shop.requestOf>[1]) => {
      const met = meeting(count);
      return Promise.all(
        Array.from({ length: count }, (_, n) =>
          run(async (stores) => {
            const plan = await planReservation(stores, shop.requestOf(`order_${n}`, lines));
            await met();
            const { shortages } = await completeReservation(stores, plan);
            if (shortages.length > 0) throw new Error(`short of ${shortages[0]?.requested}`);
            return "served";
          }).catch((error: unknown) => (error as Error).message),
        ),
      );
    };

    test("of five buyers who have all seen the last two units, two get one", async () => {
      await fillShelves([2]);
      const outcomes = await buyersWhoMeet(5, [[SMALL, 1]]);

      expect(outcomes.toSorted()).toEqual([
        ...Array<string>(2).fill("served"),
        ...Array<string>(3).fill("short of 1"),
      ]);
      expect(await figuresOf(SMALL)).toEqual([2, 2, 0]);
      expect((await shop.listing())?.sellable?.[0]).toBe(false);
    });

    test("a unit whose hold has expired is sold to one of two buyers who want it", async () => {
      await fillShelves([1]);
      await shop.reserve("order_expired", [[SMALL, 1]], { expiresAt: minutes(-1) });
      const outcomes = await buyersWhoMeet(2, [[SMALL, 1]]);

      expect(outcomes.toSorted()).toEqual(["served", "short of 1"]);
      expect(await figuresOf(SMALL)).toEqual([1, 1, 0]);
    });

    test("an expired hold is claimed by its order or sold to another buyer, never both", async () => {
      await fillShelves([1]);
      await shop.reserve("order_paid", [[SMALL, 1]], { expiresAt: minutes(-1) });
      const met = meeting(2);
      const [claimed, short] = await Promise.all([
        run(async (stores) => {
          await met();
          return (await claimStock(stores, "order_paid")).length;
        }),
        (async () => {
          await met();
          return (await shop.reserve("order_other", [[SMALL, 1]])).length;
        })(),
      ]);

      expect(claimed).toBe(short);
      expect(await figuresOf(SMALL)).toEqual(claimed === 1 ? [1, 0, 1] : [1, 1, 0]);
    });

    test("a hold that is released twice at once is given back once", async () => {
      await fillShelves([5]);
      await shop.reserve("order_1", [[SMALL, 2]]);
      const met = meeting(2);
      await Promise.all(
        [1, 2].map(() =>
          run(async (stores) => {
            await met();
            await releaseStock(stores, "order_1");
          }),
        ),
      );

      expect(await figuresOf(SMALL)).toEqual([5, 0, 0]);
    });

    test("baskets that name the same variants in any order are all served", async () => {
      await fillShelves([20, 20]);
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          shop.reserve(
            `order_${n}`,
            n % 2 === 0 ? [one(SMALL), one(MEDIUM)] : [one(MEDIUM), one(SMALL)],
          ),
        ),
      );

      expect(outcomes.flat()).toEqual([]);
      expect([await figuresOf(SMALL), await figuresOf(MEDIUM)]).toEqual([
        [20, 20, 0],
        [20, 20, 0],
      ]);
    });

    test("a count and an adjustment that meet a reservation lose none of its units", async () => {
      await fillShelves([10]);
      await Promise.all([
        ...Array.from({ length: 6 }, (_, n) => shop.reserve(`order_${n}`, [[SMALL, 1]])),
        shop.count(SMALL, 12),
        shop.adjust(SMALL, 3),
      ]);

      expect((await figuresOf(SMALL))?.[1]).toBe(6);
      expect((await figuresOf(SMALL))?.[0]).toBeGreaterThanOrEqual(12);
    });

    test("a reservation that was planned before the units were counted off is short", async () => {
      await fillShelves([2]);
      const met = meeting(2);
      const [outcome] = await Promise.all([
        run(async (stores) => {
          const plan = await planReservation(stores, shop.requestOf("order_1", [[SMALL, 2]]));
          await met();
          return completeReservation(stores, plan);
        }),
        met().then(() => shop.count(SMALL, 0)),
      ]);

      const isFirst = outcome.shortages.length === 0;
      expect(await figuresOf(SMALL)).toEqual(isFirst ? [0, 2, 0] : [0, 0, 0]);
    });

    const one = (variant: typeof SMALL) => [variant, 1] as const;
  });
};
