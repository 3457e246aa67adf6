import { describe, expect, test } from "vitest";
import { StockItemNotFound } from "../../../src/domain/inventory/errors.js";
import { StaleVersion } from "../../../src/domain/shared/stale-version.js";
import { DEFAULT_LOCATION } from "../../../src/domain/inventory/location.js";

import { MUG, type MugStores } from "./mug-stores.js";

/** Stock items in the stores. */
export const stockStore = (stores: MugStores): void => {
  const { inUnit, stockMugs, mugs } = stores;

  describe("stock with concurrent changes", () => {
    const buyOne = () =>
      inUnit(async ({ stockItems }) => {
        const item = await stockItems.get(MUG);
        item.reserve(1);
        await stockItems.save([item]);
      });

    test("an unknown stock item is a StockItemNotFound", async () => {
      await expect(mugs()).rejects.toThrow(StockItemNotFound);
    });

    test("twenty buyers racing for five units get exactly five", async () => {
      await stockMugs(5);
      const outcomes = await Promise.allSettled(Array.from({ length: 20 }, buyOne));

      expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
      expect(
        outcomes.flatMap((outcome) =>
          outcome.status === "rejected" ? [(outcome.reason as Error).name] : [],
        ),
      ).toEqual(Array(15).fill("InsufficientStock"));
      expect(await mugs()).toMatchObject({ onHand: 5, reserved: 5 });
    });

    test("a decision on outdated stock is refused by the statement", async () => {
      await stockMugs(5);
      const outdated = await inUnit(({ stockItems }) => stockItems.get(MUG));
      await buyOne();
      outdated.reserve(5);

      await expect(inUnit(({ stockItems }) => stockItems.save([outdated]))).rejects.toThrow(
        StaleVersion,
      );
      expect((await mugs()).reserved).toBe(1);
    });

    test("several changes of an item are saved together, with an event each", async () => {
      await stockMugs(5);
      await inUnit(async ({ stockItems }) => {
        const item = await stockItems.get(MUG);
        item.count(9);
        item.adjust(-2);
        await stockItems.save([item]);
      });

      expect(await mugs()).toEqual({
        variantId: MUG,
        locationId: DEFAULT_LOCATION.id,
        onHand: 7,
        reserved: 0,
        version: 3,
      });
      expect(await stores.subject.outboxTypes()).toEqual([
        "inventory.stock-counted",
        "inventory.stock-counted",
        "inventory.stock-adjusted",
      ]);
    });

    test("a discarded stock item is deleted, has an event, and may be added again", async () => {
      await stockMugs(5);
      await inUnit(async ({ stockItems }) => {
        const item = await stockItems.get(MUG);
        item.discard();
        await stockItems.discard([item]);
      });

      await expect(mugs()).rejects.toThrow(StockItemNotFound);
      await stockMugs(7);
      expect(await mugs()).toMatchObject({ onHand: 7, version: 1 });
      expect(await stores.subject.outboxTypes()).toEqual([
        "inventory.stock-counted",
        "inventory.stock-discarded",
        "inventory.stock-counted",
      ]);
    });

    test("a stock item that has changed since it was loaded is not discarded", async () => {
      await stockMugs(5);
      const outdated = await inUnit(({ stockItems }) => stockItems.get(MUG));
      await buyOne();
      outdated.discard();

      await expect(inUnit(({ stockItems }) => stockItems.discard([outdated]))).rejects.toThrow(
        StaleVersion,
      );
      expect((await mugs()).reserved).toBe(1);
    });

    test("events are stored with the state", async () => {
      await stockMugs(1);
      await buyOne();

      expect(await stores.subject.outboxTypes()).toEqual([
        "inventory.stock-counted",
        "inventory.stock-reserved",
        "inventory.stock-exhausted",
      ]);
    });
  });
};
