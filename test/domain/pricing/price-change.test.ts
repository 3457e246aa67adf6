import { describe, expect, test } from "vitest";
import {
  changedPrice,
  revertedPrice,
  priceReversal,
} from "../../../src/domain/pricing/price-change.js";
import type { VariantPrice } from "../../../src/domain/pricing/variant-price.js";
import { NegativePrice } from "../../../src/domain/pricing/errors.js";
import { Money } from "../../../src/domain/shared/money.js";
import { variantId } from "../../builders/product-content.js";

const MUG = variantId(1);
const euros = (amount: string): Money => Money.parse(amount, "EUR");
const usual: VariantPrice = {
  variantId: MUG,
  price: euros("20"),
  compareAt: null,
  cost: euros("8"),
};

describe("a price change", () => {
  test("changes only the fields that it contains", () => {
    expect(changedPrice(MUG, usual, { price: euros("15") })).toEqual({
      ...usual,
      price: euros("15"),
    });
    expect(
      changedPrice(MUG, usual, { price: euros("15"), compareAt: euros("20"), cost: null }),
    ).toEqual({ variantId: MUG, price: euros("15"), compareAt: euros("20"), cost: null });
    expect(changedPrice(MUG, null, { price: euros("15") })).toEqual({
      variantId: MUG,
      price: euros("15"),
      compareAt: null,
      cost: null,
    });
  });

  test("is checked by the rules of prices", () => {
    expect(() => changedPrice(MUG, usual, { price: euros("-1") })).toThrow(NegativePrice);
  });
});

describe("a temporary price", () => {
  const sale = { price: euros("15"), compareAt: euros("20") };
  const during = changedPrice(MUG, usual, sale);
  const back = priceReversal(usual, sale);

  test("is reversed to the price before it", () => {
    expect(revertedPrice(MUG, during, back)).toEqual(usual);
  });

  test("keeps later edits of other fields when it ends", () => {
    expect(revertedPrice(MUG, { ...during, cost: euros("9") }, back)).toEqual({
      ...usual,
      cost: euros("9"),
    });
  });

  test.each([
    ["another price", { price: euros("14") }],
    ["another compare-at price", { compareAt: null }],
  ])("is not reversed if %s was set meanwhile", (_, more) => {
    expect(revertedPrice(MUG, { ...during, ...more }, back)).toEqual({ ...during, ...more });
  });

  test("ends without a price if there was none before, or none is left", () => {
    expect(revertedPrice(MUG, changedPrice(MUG, null, sale), priceReversal(null, sale))).toBeNull();
    expect(revertedPrice(MUG, null, back)).toBeNull();
  });
});
