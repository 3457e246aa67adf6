import { describe, expect, test } from "vitest";
import { InvalidQuantity } from "../../../src/domain/inventory/errors.js";
import { StockItem } from "../../../src/domain/inventory/stock-item.js";
import { variantId } from "../../builders/product-content.js";

const MUG = variantId(1);
const BILLION = 1_000_000_000;

describe("a variant", () => {
  test.each([BILLION, -BILLION, 0])("may have %i units", (onHand) => {
    expect(StockItem.stock(MUG, onHand).snapshot().onHand).toBe(onHand);
  });

  test.each([BILLION + 1, -BILLION - 1])("cannot have %i units", (onHand) => {
    expect(() => StockItem.stock(MUG, onHand)).toThrow(InvalidQuantity);
  });
});

describe("an adjustment of stock", () => {
  test.each([
    [0, BILLION],
    [0, -BILLION],
    [BILLION, -BILLION],
    [-BILLION + 1, -1],
  ])("of %i units by %i is applied", (onHand, by) => {
    const mugs = StockItem.stock(MUG, onHand);
    mugs.adjust(by);

    expect(mugs.snapshot().onHand).toBe(onHand + by);
  });

  test.each([
    [BILLION, 1],
    [-BILLION, -1],
    [0, -BILLION - 1],
  ])("of %i units by %i is refused, and changes nothing", (onHand, by) => {
    const mugs = StockItem.stock(MUG, onHand);

    expect(() => mugs.adjust(by)).toThrow(InvalidQuantity);
    expect(mugs.snapshot()).toMatchObject({ onHand, version: 1 });
  });
});

describe("promised units", () => {
  test("do not exist in a quantity of zero, which can be discarded", () => {
    const mugs = StockItem.stock(MUG, 0);
    mugs.discard();

    expect(mugs.pullEvents().at(-1)?.type).toBe("inventory.stock-discarded");
  });
});
