import { setTimeout } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { StockItemNotFound } from "../../../src/domain/inventory/errors.js";
import { StaleVersion } from "../../../src/domain/shared/stale-version.js";
import { DEFAULT_LOCATION } from "../../../src/domain/inventory/location.js";

import { MUG, type MugStores } from "./mug-stores.js";
import { reserveUnits } from "../../builders/reserve-units.js";

/** Stock items in the stores. */
export const stockStore = (stores: MugStores): void => {
  const { inUnit, stockMugs, mugs } = stores;

  describe("stock with concurrent changes", () => {
    const buyOne = () => inUnit((inner) => reserveUnits(inner, MUG, 1));

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

    test("who loads an item waits for the one that loaded it to change it", async () => {
      await stockMugs(5);
      const [isFirstLoaded, isSecondLoaded] = [signal(), signal()];
      const second = isFirstLoaded.given.then(() =>
        inUnit(async ({ stockItems }) => {
          const item = await stockItems.get(MUG);
          isSecondLoaded.give();
          item.adjust(1);
          await stockItems.save([item]);
        }),
      );
      await inUnit(async ({ stockItems }) => {
        const item = await stockItems.get(MUG);
        isFirstLoaded.give();
        // The second is never loaded before the end of this, so it is waited for a moment only.
        await Promise.race([isSecondLoaded.given, setTimeout(300)]);
        item.adjust(1);
        await stockItems.save([item]);
      });
      await second;

      expect((await mugs()).onHand).toBe(7);
    });

    test("a decision on outdated stock is refused by the statement", async () => {
      await stockMugs(5);
      const outdated = await inUnit(({ stockItems }) => stockItems.get(MUG));
      await inUnit(async ({ stockItems }) => {
        const item = await stockItems.get(MUG);
        item.count(3);
        await stockItems.save([item]);
      });
      outdated.count(7);

      await expect(inUnit(({ stockItems }) => stockItems.save([outdated]))).rejects.toThrow(
        StaleVersion,
      );
      expect((await mugs()).onHand).toBe(3);
    });

    test("units that are reserved meanwhile stay reserved when stock is counted", async () => {
      await stockMugs(5);
      const counted = await inUnit(({ stockItems }) => stockItems.get(MUG));
      await buyOne();
      counted.count(7);
      await inUnit(({ stockItems }) => stockItems.save([counted]));

      expect(await mugs()).toMatchObject({ onHand: 7, reserved: 1, version: 2 });
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
        claimed: 0,
        safety: 0,
        lowStockAt: null,
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
      await inUnit(async ({ stockItems }) => {
        const item = await stockItems.get(MUG);
        item.count(3);
        await stockItems.save([item]);
      });
      outdated.discard();

      await expect(inUnit(({ stockItems }) => stockItems.discard([outdated]))).rejects.toThrow(
        StaleVersion,
      );
      expect((await mugs()).onHand).toBe(3);
    });
  });
};

const signal = () => {
  let give = (): void => undefined;
  const given = new Promise<void>((resolve) => (give = resolve));
  return { given, give };
};
