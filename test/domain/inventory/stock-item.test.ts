import { describe, expect, test } from "vitest";
import { InvalidQuantity, StockPromised } from "../../../src/domain/inventory/errors.js";
import { DEFAULT_LOCATION } from "../../../src/domain/inventory/location.js";
import { StockItem, type StockItemSnapshot } from "../../../src/domain/inventory/stock-item.js";
import { variantId } from "../../builders/product-content.js";

const MUG = variantId(1);
const OF_MUG = { variantId: MUG, locationId: DEFAULT_LOCATION.id };

const mugsWith = (figures: Partial<StockItemSnapshot>): StockItem =>
  StockItem.restore({
    ...OF_MUG,
    onHand: 10,
    reserved: 0,
    claimed: 0,
    safety: 0,
    lowStockAt: null,
    version: 5,
    ...figures,
  });

describe("a stock item", () => {
  test("reserved, claimed and safety units are on hand, but not available", () => {
    const mugs = mugsWith({ onHand: 10, reserved: 4, claimed: 2, safety: 1 });

    expect([mugs.available, mugs.promised, mugs.isShort]).toEqual([3, 6, false]);
  });

  test("is short when more units are promised than are on hand, whatever its safety stock is", () => {
    const mugs = mugsWith({ onHand: 5, reserved: 3, claimed: 2, safety: 4 });
    expect([mugs.isShort, mugs.missing, mugs.available]).toEqual([false, 0, -4]);

    mugs.adjust(-2);
    expect([mugs.isShort, mugs.missing]).toEqual([true, 2]);
  });

  test("a count with the same result changes nothing", () => {
    const mugs = mugsWith({ onHand: 3 });

    expect(mugs.count(3)).toBe(false);
    expect([mugs.pullEvents(), mugs.pullMovements()]).toEqual([[], []]);
    expect(mugs.count(-2)).toBe(true);
    expect(mugs.snapshot()).toMatchObject({ onHand: -2, version: 6 });
  });

  test.each([
    [-2, 8],
    [3, 13],
    [-9, 1],
  ])("an adjustment by %i is recorded with the new units on hand: %i", (by, onHand) => {
    const mugs = mugsWith({});
    mugs.adjust(by);

    expect(mugs.snapshot()).toMatchObject({ onHand, version: 6 });
    expect(mugs.pullEvents()).toEqual([
      { type: "inventory.stock-adjusted", ...OF_MUG, version: 6, by, onHand },
    ]);
  });

  test("each change of the units on hand is a movement by the difference, with its reason", () => {
    const mugs = StockItem.stock(MUG, 10);
    mugs.count(7);
    mugs.adjust(-2, { kind: "ADJUSTED", reason: "broken" });
    mugs.count(9, { kind: "IMPORTED" });
    mugs.discard();

    expect(
      mugs.pullMovements().map(({ kind, onHandBy, reason }) => [kind, onHandBy, reason]),
    ).toEqual([
      ["COUNTED", 10, null],
      ["COUNTED", -3, null],
      ["ADJUSTED", -2, "broken"],
      ["IMPORTED", 4, null],
      ["DISCARDED", -9, null],
    ]);
    expect(mugs.pullMovements()).toEqual([]);
  });

  test.each([
    [{ onHand: 3 }, 0, ["inventory.stock-exhausted"]],
    [{ onHand: 0 }, 3, ["inventory.stock-replenished"]],
    [{ onHand: 6, lowStockAt: 5 }, 5, ["inventory.stock-low"]],
    [{ onHand: 5, lowStockAt: 5 }, 4, []],
    [{ onHand: 6, lowStockAt: 5 }, 0, ["inventory.stock-low", "inventory.stock-exhausted"]],
    [{ onHand: 9, lowStockAt: 5, reserved: 3 }, 8, ["inventory.stock-low"]],
    [{ onHand: 3, reserved: 5 }, 4, []],
  ])("of %o that is counted as %i announces %j", (figures, onHand, crossings) => {
    const mugs = mugsWith(figures);
    mugs.count(onHand);

    expect(mugs.pullEvents().map(({ type }) => type)).toEqual([
      "inventory.stock-counted",
      ...crossings,
    ]);
  });

  test("an adjustment keeps reservations, so that the item can be short", () => {
    const mugs = mugsWith({ onHand: 5, reserved: 4 });
    mugs.adjust(-2);

    expect([mugs.snapshot().reserved, mugs.available, mugs.isShort]).toEqual([4, -1, true]);
    mugs.adjust(1);
    expect(mugs.isShort).toBe(false);
  });

  test.each([0, 1.5, Number.NaN, 2_000_000_000, 999_999_999])(
    "an adjustment by %s is refused, and changes nothing",
    (by) => {
      const mugs = StockItem.stock(MUG, 10);

      expect(() => mugs.adjust(by)).toThrow(InvalidQuantity);
      expect(mugs.snapshot()).toMatchObject({ onHand: 10, version: 1 });
    },
  );

  test("stock can be discarded unless units are reserved or claimed", () => {
    const mugs = mugsWith({ onHand: 3 });
    mugs.discard();

    expect(mugs.pullEvents()).toEqual([
      { type: "inventory.stock-discarded", ...OF_MUG, version: 6 },
    ]);
    for (const promised of [{ reserved: 2 }, { claimed: 2 }, { reserved: 1, claimed: 1 }])
      expect(() => mugsWith({ onHand: 3, ...promised }).discard()).toThrow(
        new StockPromised(MUG, 2),
      );
  });
});
