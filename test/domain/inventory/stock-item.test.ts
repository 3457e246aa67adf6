import { describe, expect, test } from "vitest";
import {
  InsufficientStock,
  InvalidQuantity,
  StockPromised,
} from "../../../src/domain/inventory/errors.js";
import { DEFAULT_LOCATION } from "../../../src/domain/inventory/location.js";
import { StockItem } from "../../../src/domain/inventory/stock-item.js";
import { variantId } from "../../builders/product-content.js";

const MUG = variantId(1);

describe("a stock item", () => {
  test("a reservation lowers the available units, not those on hand", () => {
    const mugs = StockItem.stock(MUG, 10);
    mugs.reserve(4);

    expect(mugs.snapshot()).toEqual({
      variantId: MUG,
      locationId: DEFAULT_LOCATION.id,
      onHand: 10,
      reserved: 4,
      version: 2,
    });
    expect(mugs.available).toBe(6);
  });

  test("more than is available cannot be reserved, and nothing changes", () => {
    const mugs = StockItem.stock(MUG, 3);

    expect(() => mugs.reserve(4)).toThrow(new InsufficientStock(MUG, 4, 3));
    expect(mugs.available).toBe(3);
  });

  test("a reservation of the last unit records that the stock is exhausted", () => {
    const mugs = StockItem.stock(MUG, 1);
    mugs.reserve(1);

    expect(mugs.pullEvents().map(({ type }) => type)).toEqual([
      "inventory.stock-counted",
      "inventory.stock-reserved",
      "inventory.stock-exhausted",
    ]);
  });

  test("a count with the same result changes nothing", () => {
    const mugs = StockItem.restore({
      variantId: MUG,
      locationId: DEFAULT_LOCATION.id,
      onHand: 3,
      reserved: 0,
      version: 5,
    });

    expect(mugs.count(3)).toBe(false);
    expect(mugs.pullEvents()).toEqual([]);
    expect(mugs.count(-2)).toBe(true);
    expect(mugs.snapshot()).toMatchObject({ onHand: -2, version: 6 });
  });

  test.each([
    [-2, 8],
    [3, 13],
    [-12, -2],
  ])("an adjustment by %i is recorded with the new units on hand: %i", (by, onHand) => {
    const mugs = StockItem.restore({
      variantId: MUG,
      locationId: DEFAULT_LOCATION.id,
      onHand: 10,
      reserved: 0,
      version: 5,
    });
    mugs.adjust(by);

    expect(mugs.snapshot()).toMatchObject({ onHand, version: 6 });
    expect(mugs.pullEvents()).toEqual([
      { type: "inventory.stock-adjusted", variantId: MUG, version: 6, by, onHand },
    ]);
  });

  test("an adjustment keeps reservations, so that the item can be short", () => {
    const mugs = StockItem.restore({
      variantId: MUG,
      locationId: DEFAULT_LOCATION.id,
      onHand: 5,
      reserved: 4,
      version: 5,
    });
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

  test("stock can be discarded unless units are reserved", () => {
    const mugs = StockItem.restore({
      variantId: MUG,
      locationId: DEFAULT_LOCATION.id,
      onHand: 3,
      reserved: 0,
      version: 5,
    });
    mugs.discard();

    expect(mugs.pullEvents()).toEqual([
      { type: "inventory.stock-discarded", variantId: MUG, version: 6 },
    ]);
    expect(() =>
      StockItem.restore({
        variantId: MUG,
        locationId: DEFAULT_LOCATION.id,
        onHand: 3,
        reserved: 2,
        version: 5,
      }).discard(),
    ).toThrow(new StockPromised(MUG, 2));
  });

  test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])(
    "%s units cannot be reserved",
    (quantity) => {
      expect(() => StockItem.stock(MUG, 10).reserve(quantity)).toThrow(InvalidQuantity);
    },
  );
});
