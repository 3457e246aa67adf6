import { describe, expect, test } from "vitest";
import type { UnitPriceMeasure } from "../../../../src/domain/catalog/variants/variant.js";
import { unitPrice } from "../../../../src/domain/catalog/variants/unit-price.js";
import { Money } from "../../../../src/domain/shared/money.js";

const per = (
  price: string,
  [total, totalUnit, base, baseUnit]: readonly [string, string, string, string],
  currency = "EUR",
): string | undefined =>
  unitPrice(Money.parse(price, currency), {
    total,
    totalUnit,
    base,
    baseUnit,
  } satisfies UnitPriceMeasure)?.toDecimal();

describe("the price per unit", () => {
  test.each([
    ["6.00", ["750", "ml", "1", "l"], "8.00"],
    ["6.00", ["750", "mL", "100", "ml"], "0.80"],
    ["3.49", ["250", "g", "1", "kg"], "13.96"],
    ["3.49", ["0.25", "kg", "100", "g"], "1.40"],
    ["12.00", ["2.5", "m2", "1", "m²"], "4.80"],
    ["4.00", ["8", "oz", "1", "lb"], "8.00"],
    ["2.00", ["1", "floz", "1", "gal"], "256.00"],
    ["9.00", ["12", "items", "1", "Items"], "0.75"],
    ["0.01", ["3", "kg", "1", "kg"], "0.00"],
    ["0.05", ["2", "l", "1", "l"], "0.03"],
  ] as const)("%s for %j is %s", (price, measure, expected) => {
    expect(per(price, measure)).toBe(expected);
  });

  test("has the digits of its currency", () => {
    expect(per("1000", ["750", "ml", "1", "l"], "JPY")).toBe("1333");
  });

  test.each([
    ["of different dimensions", ["750", "ml", "1", "kg"]],
    ["that nobody knows", ["3", "scoops", "1", "kg"]],
  ] as const)("is unknown for units %s", (_, measure) => {
    expect(per("6.00", measure)).toBeUndefined();
  });

  test("is unknown where it is too large to be money", () => {
    expect(per("90000000000000.00", ["0.000001", "g", "999999", "kg"])).toBeUndefined();
  });
});
