import { afterAll, describe, expect, test } from "vitest";
import { priceListPricesRemove } from "../../../src/application/pricing/list-prices/price-list-prices-remove.js";
import { priceListPricesSet } from "../../../src/application/pricing/list-prices/price-list-prices-set.js";
import type { PriceHistory } from "../../../src/application/pricing/ports/price-history.js";
import { removeOldPriceHistory } from "../../../src/application/pricing/price-history/remove-old-price-history.js";
import { priceListDelete } from "../../../src/application/pricing/price-lists/price-list-delete.js";
import { priceListUpdate } from "../../../src/application/pricing/price-lists/price-list-update.js";
import { variantPricesSet } from "../../../src/application/pricing/prices/variant-prices-set.js";
import type { Clock } from "../../../src/application/shared/clock.js";
import { OPERATOR } from "../../../src/application/shared/viewer.js";
import { variantId } from "../../builders/product-content.js";
import { movableClock } from "../../fakes/movable-clock.js";
import { made, marketShop, type MarketsSubject } from "./market-shop.js";

export interface PriceHistorySubject extends MarketsSubject {
  readonly priceHistory: PriceHistory;
}

/** How a store is opened whose rows have the times of a clock. */
export type OpenWithClock<Subject> = (clock: Clock) => {
  readonly open: () => Promise<Subject>;
  readonly end?: () => Promise<void>;
};

/** 10.00 EUR; no price. */
const [MUG, UNPRICED] = [variantId(10), variantId(30)];
const DAY_MS = 24 * 60 * 60_000;

/** What a store remembers of prices and price lists. */
export const priceHistoryContract = (
  name: string,
  storesWith: OpenWithClock<PriceHistorySubject>,
): void => {
  describe(`price history: ${name}`, () => {
    const clock = movableClock();
    const { open, end } = storesWith(clock);
    if (end) afterAll(end);
    let subject: PriceHistorySubject;
    const shop = marketShop(async () => (subject = await open()));
    const needs = () => ({ ...shop.needs(), clock });
    const setOwn = async (price: object, variant = MUG) =>
      made(
        await variantPricesSet(needs())({ items: [{ variantId: variant, ...price }] }, OPERATOR),
      );
    const setListed = async (
      priceListId: string,
      ...items: readonly { price: string; minQuantity?: number }[]
    ) =>
      made(
        await priceListPricesSet(needs())(
          { priceListId, items: items.map((item) => ({ variantId: MUG, ...item })) },
          OPERATOR,
        ),
      );
    /** Everything since a moment, with what applied at it. */
    const since = async (from: Date, variant = MUG) => {
      const period = { from, until: clock.now() };
      const found = await subject.priceHistory.pricesOf([variant, UNPRICED], period);
      return (found.get(variant) ?? []).map(
        ({ priceList, minimumQuantity, from: start, price, compareAt }) =>
          [
            priceList === null ? "own" : "listed",
            minimumQuantity,
            start < from ? "before" : start.getTime() - from.getTime(),
            price?.toDecimal() ?? null,
            compareAt?.toDecimal() ?? null,
          ].join(" "),
      );
    };

    test("each change of a price is noted with its moment, and a price that stays is not", async () => {
      clock.forward(1_000);
      const start = clock.now();
      await setOwn({ price: "9.00", compareAtPrice: "10.00" });
      clock.forward(1);
      await setOwn({ price: "9.00", compareAtPrice: "10.00" });
      await setOwn({ cost: "3.00" });
      clock.forward(1);
      await setOwn({ price: null, compareAtPrice: null, cost: null });
      clock.forward(1);
      await setOwn({ price: "8.00" });

      const own = ["own 1 0 9.00 10.00", "own 1 2  ", "own 1 3 8.00 "];
      expect(await since(start)).toEqual(own);
      expect(await since(new Date(start.getTime() + 1))).toEqual([
        "own 1 before 9.00 10.00",
        "own 1 1  ",
        "own 1 2 8.00 ",
      ]);
      expect(await since(new Date(start.getTime() - 1))).toEqual([
        "own 1 before 10.00 ",
        "own 1 1 9.00 10.00",
        "own 1 3  ",
        "own 1 4 8.00 ",
      ]);
      expect(await since(start, UNPRICED)).toEqual([]);
    });

    test("of several changes in one millisecond the last one counts", async () => {
      clock.forward(1_000);
      const start = clock.now();
      await setOwn({ price: "9.00" });
      await setOwn({ price: "7.00" });
      await setOwn({ price: "8.00" });

      expect(await since(start)).toEqual(["own 1 0 8.00 "]);
    });

    test("prices in lists are noted by quantity, and stay known when the list is deleted", async () => {
      const list = await shop.list("base", "EUR");
      clock.forward(1_000);
      const start = clock.now();
      await setListed(list, { price: "6.00" }, { price: "5.00", minQuantity: 10 });
      clock.forward(1);
      made(
        await priceListPricesRemove(needs())(
          { priceListId: list, items: [{ variantId: MUG, minQuantity: 10 }] },
          OPERATOR,
        ),
      );
      clock.forward(1);
      made(await priceListDelete(needs())({ id: list }, OPERATOR));

      expect((await since(start)).slice(1).toSorted()).toEqual([
        "listed 1 0 6.00 ",
        "listed 10 0 5.00 ",
        "listed 10 1  ",
      ]);
      const lists = await subject.priceHistory.lists({ from: start, until: clock.now() });
      expect(
        lists.map(({ id, key, isDeleted, from }) => [
          id === list,
          key,
          isDeleted,
          from.getTime() - start.getTime(),
        ]),
      ).toEqual([
        [true, "base", false, -1_000],
        [true, "base", true, 2],
      ]);
    });

    test("the terms of a list are noted when they change", async () => {
      const list = await shop.list("base", "EUR");
      clock.forward(1_000);
      const from = clock.now();
      const validFrom = new Date(from.getTime() + DAY_MS);
      made(
        await priceListUpdate(needs())(
          { id: list, changes: { name: "Base", validFrom } },
          OPERATOR,
        ),
      );

      const terms = async (moment: Date) =>
        (await subject.priceHistory.lists({ from: moment, until: moment })).map((one) => [
          one.id,
          one.validFrom,
        ]);
      expect(await terms(new Date(from.getTime() - 1))).toEqual([[list, null]]);
      expect(await terms(from)).toEqual([[list, validFrom]]);
    });

    test("a variant takes its history with it", async () => {
      await setListed(await shop.list("base", "EUR"), { price: "6.00" });
      const start = clock.now();
      await subject.unitOfWork.run(({ prices }) => prices.remove([MUG]));

      expect(await since(start)).toEqual([]);
    });

    test("after two years only what applied then, and later changes, are known", async () => {
      const list = await shop.list("base", "EUR");
      clock.forward(1_000);
      await setListed(list, { price: "6.00" });
      const start = clock.now();
      await setOwn({ price: "9.00" });
      clock.forward(DAY_MS);
      await setOwn({ price: "8.00" });
      made(await priceListDelete(needs())({ id: list }, OPERATOR));
      const prune = () =>
        subject.unitOfWork.run((stores) => removeOldPriceHistory.run(clock.now(), stores));

      clock.forward(730 * DAY_MS - 1);
      expect(await prune()).toBe("done");
      const kept = ["own 1 before 8.00 "];
      expect((await since(start)).toSorted()).toEqual([
        "listed 1 0 6.00 ",
        "own 1 0 9.00 ",
        `own 1 ${DAY_MS} 8.00 `,
      ]);
      clock.forward(1);
      expect(await prune()).toBe("done");
      expect(await since(new Date(start.getTime() + 2 * DAY_MS))).toEqual(kept);
      expect(await since(start)).toEqual([`own 1 ${DAY_MS} 8.00 `]);
      expect(await subject.priceHistory.lists({ from: start, until: clock.now() })).toEqual([]);
    });

    test("old prices are removed in portions", async () => {
      const start = clock.now();
      for (const price of ["1.00", "2.00", "3.00", "4.00"]) {
        clock.forward(1);
        await setOwn({ price });
      }
      const remove = (limit: number) =>
        subject.unitOfWork.run(({ priceHistoryPruning }) =>
          priceHistoryPruning.removeBefore(clock.now(), limit),
        );

      // The price of before, and three of the four.
      expect([await remove(3), await remove(3), await remove(3)]).toEqual([3, 1, 0]);
      expect(await since(start)).toEqual(["own 1 4 4.00 "]);
    });
  });
};
