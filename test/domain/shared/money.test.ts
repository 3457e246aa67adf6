import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  CURRENCIES,
  fractionDigits,
  UnknownCurrency,
} from "../../../src/domain/shared/currencies.js";
import { CurrencyMismatch, InvalidAmount, Money } from "../../../src/domain/shared/money.js";

const eur = (minorUnits: number) => Money.of(minorUnits, "EUR");
const weights = fc
  .array(fc.nat(10_000), { minLength: 1, maxLength: 12 })
  .filter((all) => all.some((weight) => weight > 0));

describe("money", () => {
  test("a split never loses a cent, and no share has the opposite sign", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
        weights,
        (amount, parts) => {
          const shares = eur(amount).split(parts);
          expect(shares.reduce((sum, share) => sum.plus(share)).minorUnits).toBe(amount);
          expect(
            shares.every(
              ({ minorUnits }) => minorUnits === 0 || Math.sign(minorUnits) === Math.sign(amount),
            ),
          ).toBe(true);
        },
      ),
    );
  });

  test("a share is at most one cent away from its exact amount, and a weight of zero gets nothing", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), weights, (amount, parts) => {
        const total = parts.reduce((sum, part) => sum + part, 0);
        for (const [index, { minorUnits }] of eur(amount).split(parts).entries()) {
          const part = parts[index] ?? 0;
          expect(Math.abs(minorUnits - (amount * part) / total)).toBeLessThan(1);
          if (part === 0) expect(minorUnits).toBe(0);
        }
      }),
    );
  });

  test("leftover cents go to the largest remainders, ties to the earlier share", () => {
    expect(
      eur(100)
        .split([1, 1, 1])
        .map(({ minorUnits }) => minorUnits),
    ).toEqual([34, 33, 33]);
    expect(
      eur(-100)
        .split([1, 1, 1])
        .map(({ minorUnits }) => minorUnits),
    ).toEqual([-34, -33, -33]);
    expect(
      eur(5)
        .split([3, 7])
        .map(({ minorUnits }) => minorUnits),
    ).toEqual([2, 3]);
  });

  test("money cannot be split by no weights or negative weights", () => {
    expect(() => eur(100).split([])).toThrow(RangeError);
    expect(() => eur(100).split([0, 0])).toThrow(RangeError);
    expect(() => eur(100).split([2, -1])).toThrow(RangeError);
  });

  test("the decimal form is read back unchanged in every currency", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom(...CURRENCIES), (amount, currency) => {
        const money = Money.of(amount, currency);
        fc.pre(Math.abs(amount) < 1e15);
        expect(Money.parse(money.toDecimal(), currency)).toEqual(money);
      }),
    );
  });

  test.each([
    ["12.9", "EUR", 1290],
    ["12", "EUR", 1200],
    ["12.900", "EUR", 1290],
    ["-0.05", "EUR", -5],
    ["1290", "JPY", 1290],
    ["1290.00", "JPY", 1290],
    ["1.29", "KWD", 1290],
  ])("%s %s is %i minor units", (decimal, currency, minorUnits) => {
    expect(Money.parse(decimal, currency).minorUnits).toBe(minorUnits);
  });

  test.each([
    "12,90",
    "12.905",
    "",
    ".",
    ".5",
    "1e3",
    "٣",
    " 1",
    "1 ",
    "+1",
    "0x10",
    "99999999999999999",
    "1.290,00",
  ])("%j is not an amount in euros", (decimal) => {
    expect(() => Money.parse(decimal, "EUR")).toThrow(InvalidAmount);
  });

  test("the number of decimals follows the currency", () => {
    expect(
      [Money.of(5, "EUR"), Money.of(5, "JPY"), Money.of(5, "KWD"), Money.of(-1290, "EUR")].map(
        (money) => money.toDecimal(),
      ),
    ).toEqual(["0.05", "5", "0.005", "-12.90"]);
    expect(["EUR", "JPY", "KWD"].map(fractionDigits)).toEqual([2, 0, 3]);
  });

  test("amounts in two currencies cannot be combined, and there is no half cent", () => {
    expect(() => eur(1).plus(Money.of(1, "USD"))).toThrow(CurrencyMismatch);
    expect(() => eur(1).isAbove(Money.of(1, "USD"))).toThrow(CurrencyMismatch);
    expect(() => eur(0.5)).toThrow(RangeError);
    expect(() => eur(2 ** 53)).toThrow(RangeError);
    expect(() => Money.of(1, "XYZ")).toThrow(UnknownCurrency);
  });

  test("zero is never negative", () => {
    expect(Object.is(eur(0).times(-1).minorUnits, 0)).toBe(true);
    expect(eur(-0).toDecimal()).toBe("0.00");
  });
});
