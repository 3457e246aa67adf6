import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  completeReservation,
  planReservation,
  reserveStock,
} from "../../../src/application/inventory/inventory.js";
import type { LocationId } from "../../../src/domain/inventory/ids.js";
import { id } from "../../../src/domain/shared/id.js";
import { meeting } from "../shared/meeting.js";
import { MEDIUM, minutes, SMALL, stockShop, type StockSubject } from "./stock-shop.js";

const SWISS = id<LocationId>("location_01h00000000000000000000001");
const CART = "cart_01h00000000000000000000001";
const ORDER = "order_01h00000000000000000000001";

/** What becomes of units that a buyer holds when the buyer needs others, in every store. */
export const keptReservationsContract = (name: string, open: () => Promise<StockSubject>): void => {
  describe(`kept reservations: ${name}`, () => {
    let subject: StockSubject;
    const shop = stockShop(() => subject);
    const { run, fillShelves, reserve, figuresOf, ledger } = shop;
    const change = (
      lines: Parameters<typeof shop.requestOf>[1],
      more: Parameters<typeof shop.requestOf>[2] = {},
    ) =>
      run((stores) =>
        reserveStock(
          stores,
          shop.requestOf(CART, lines, { priorHolders: [CART], isPartial: true, ...more }),
        ),
      );

    beforeEach(async () => {
      subject = await open();
    });
    afterEach(async () => {
      expect(await shop.defects()).toEqual([]);
      await subject.close?.();
    });

    test("a buyer who needs other units keeps those that are still needed", async () => {
      await fillShelves([5, 5]);
      await change([[SMALL, 3]]);
      await change([
        [SMALL, 5],
        [MEDIUM, 1],
      ]);
      expect(await subject.reservationsOf(CART)).toEqual([
        ["HELD", 3],
        ["HELD", 2],
        ["HELD", 1],
      ]);
      await change([[SMALL, 4]]);

      expect([await figuresOf(SMALL), await figuresOf(MEDIUM)]).toEqual([
        [5, 4, 0],
        [5, 0, 0],
      ]);
      expect((await subject.reservationsOf(CART)).filter(([state]) => state === "HELD")).toEqual([
        ["HELD", 4],
      ]);
    });

    test("units at a location that does not serve the new address are exchanged", async () => {
      await fillShelves([2]);
      await shop.stockAt(SWISS, SMALL, 3, { countries: ["CH"] });
      await change([[SMALL, 3]], { destination: { marketId: null, country: "CH" } });
      const { shortages, reserved } = await change([[SMALL, 3]], {
        destination: { marketId: null, country: "DE" },
      });

      expect(shortages).toEqual([{ variantId: SMALL, requested: 3, available: 2 }]);
      expect([...reserved]).toEqual([[SMALL, 2]]);
      expect([await figuresOf(SMALL), await figuresOf(SMALL, SWISS)]).toEqual([
        [2, 2, 0],
        [3, 0, 0],
      ]);
    });

    test("an order takes the units of its cart over, and the ledger names both, the cart in short", async () => {
      await fillShelves([3]);
      await change([[SMALL, 2]], { expiresAt: minutes(-5) });
      const short = await reserve(ORDER, [[SMALL, 3]], { priorHolders: [CART] });

      expect(short).toEqual([]);
      expect(await subject.reservationsOf(CART)).toEqual([["RELEASED", 2]]);
      expect(await subject.reservationsOf(ORDER)).toEqual([
        ["HELD", 2],
        ["HELD", 1],
      ]);
      expect((await ledger()).slice(-4)).toEqual([
        ["RESERVED", 0, 2, 0, "cart_01h0000"],
        ["RELEASED", 0, -2, 0, "cart_01h0000"],
        ["RESERVED", 0, 2, 0, ORDER],
        ["RESERVED", 0, 1, 0, ORDER],
      ]);
    });

    test("an order that is short of units leaves its cart what it has", async () => {
      await fillShelves([3]);
      await change([[SMALL, 2]]);
      const short = await reserve(ORDER, [[SMALL, 4]], { priorHolders: [CART] });

      expect(short).toEqual([{ variantId: SMALL, requested: 4, available: 3 }]);
      expect(await subject.reservationsOf(CART)).toEqual([["HELD", 2]]);
      expect(await figuresOf(SMALL)).toEqual([3, 2, 0]);
    });

    test("units of which the buyer wants more than there are on hand are kept as a backorder", async () => {
      await fillShelves([2], [{ soldOutPolicy: "CONTINUE" }]);
      const policy = { soldOutPolicy: "CONTINUE" } as const;
      await change([[SMALL, 3]], { policy });
      await change([[SMALL, 4]], { policy });
      expect(await reserve(ORDER, [[SMALL, 4]], { policy, priorHolders: [CART] })).toEqual([]);

      expect(await figuresOf(SMALL)).toEqual([2, 4, 0]);
    });

    test("buyers who all want as much as there is get it once, and the others what is left", async () => {
      await fillShelves([5]);
      const met = meeting(3);
      const outcomes = await Promise.all(
        [1, 2, 3].map((n) =>
          run(async (stores) => {
            const request = shop.requestOf(`cart_${n}`, [[SMALL, 3]], { isPartial: true });
            const plan = await planReservation(stores, request);
            await met();
            return completeReservation(stores, plan);
          }),
        ),
      );

      const got = outcomes.map(({ reserved }) => reserved.get(SMALL) ?? 0);
      expect(got.toSorted()).toEqual([0, 2, 3]);
      expect(outcomes.map(({ shortages }) => shortages[0]?.available ?? 3)).toEqual(got);
      expect(await figuresOf(SMALL)).toEqual([5, 5, 0]);
    });
  });
};
