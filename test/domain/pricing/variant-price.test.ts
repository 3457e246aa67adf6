import { expect, test } from "vitest";
import { variantPrice } from "../../../src/domain/pricing/variant-price.js";
import { NegativePrice } from "../../../src/domain/pricing/errors.js";
import { CurrencyMismatch, Money } from "../../../src/domain/shared/money.js";
import { variantId } from "../../builders/product-content.js";

const price = (more: Partial<Parameters<typeof variantPrice>[0]>) =>
  variantPrice({
    variantId: variantId(1),
    price: Money.of(1290, "EUR"),
    compareAt: null,
    cost: null,
    ...more,
  });

test("a price can be zero, but neither price nor cost can be negative", () => {
  expect(price({ price: Money.of(0, "EUR") }).price.minorUnits).toBe(0);
  expect(() => price({ price: Money.of(-1, "EUR") })).toThrow(NegativePrice);
  expect(() => price({ cost: Money.of(-1, "EUR") })).toThrow(NegativePrice);
});

test("price, compare-at price and cost are in one currency", () => {
  expect(() => price({ compareAt: Money.of(1500, "USD") })).toThrow(CurrencyMismatch);
});
