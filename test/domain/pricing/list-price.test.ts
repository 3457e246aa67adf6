import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { effectivePrice } from "../../../src/domain/pricing/list-price.js";
import { Money } from "../../../src/domain/shared/money.js";

const tag = (minorUnits: number, currency: string) => ({
  price: Money.of(minorUnits, currency),
  compareAt: null,
});

describe("the effective price of a variant in a price list", () => {
  test("is its listed price, whatever its own price is", () => {
    expect(effectivePrice("CHF", tag(1200, "CHF"), tag(1000, "EUR"))).toEqual(tag(1200, "CHF"));
    expect(effectivePrice("EUR", tag(1200, "EUR"), tag(1000, "EUR"))).toEqual(tag(1200, "EUR"));
  });

  test("is its own price if it is not listed, but never in another currency", () => {
    expect(effectivePrice("EUR", undefined, tag(1000, "EUR"))).toEqual(tag(1000, "EUR"));
    expect(effectivePrice("CHF", undefined, tag(1000, "EUR"))).toBeNull();
    expect(effectivePrice("CHF", undefined, undefined)).toBeNull();
  });

  test("is in the currency of the list, or null", () => {
    const prices = fc.option(
      fc.record({ units: fc.nat(10_000), currency: fc.constantFrom("EUR", "CHF") }),
      { nil: undefined },
    );
    fc.assert(
      fc.property(
        fc.constantFrom("EUR", "CHF"),
        fc.option(fc.nat(10_000), { nil: undefined }),
        prices,
        (currency, listed, own) => {
          const here = effectivePrice(
            currency,
            listed === undefined ? undefined : tag(listed, currency),
            own && tag(own.units, own.currency),
          );
          return here === null || here.price.currency === currency;
        },
      ),
    );
  });
});
