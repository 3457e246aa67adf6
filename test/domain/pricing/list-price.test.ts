import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { priceRangeWithin } from "../../../src/domain/catalog/price-range.js";
import { Product } from "../../../src/domain/catalog/product.js";
import { priceWithin } from "../../../src/domain/pricing/list-price.js";
import type { PriceListId } from "../../../src/domain/pricing/ids.js";
import { id } from "../../../src/domain/shared/id.js";
import { Money } from "../../../src/domain/shared/money.js";
import { aVariant, productContent, productId, variantId } from "../../builders/product-content.js";

const tag = (minorUnits: number, currency: string) => ({
  price: Money.of(minorUnits, currency),
  compareAt: null,
});
const LIST = id<PriceListId>("pricelist_01h00000000000000000000001");

describe("what a variant costs where a price list holds", () => {
  test("is its price in the list, whatever it costs by itself", () => {
    expect(priceWithin("CHF", tag(1200, "CHF"), tag(1000, "EUR"))).toEqual(tag(1200, "CHF"));
    expect(priceWithin("EUR", tag(1200, "EUR"), tag(1000, "EUR"))).toEqual(tag(1200, "EUR"));
  });

  test("is its own price where the list does not know it, but never in another currency", () => {
    expect(priceWithin("EUR", undefined, tag(1000, "EUR"))).toEqual(tag(1000, "EUR"));
    expect(priceWithin("CHF", undefined, tag(1000, "EUR"))).toBeNull();
    expect(priceWithin("CHF", undefined, undefined)).toBeNull();
  });

  test("is in the currency of the list, or nothing", () => {
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
          const here = priceWithin(
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

describe("what a list of products shows where a price list holds", () => {
  const sizes = {
    options: [{ name: "Size", values: ["S", "L"] }],
    variants: [
      aVariant(10, { optionValues: ["S"], tracked: true }),
      aVariant(11, { optionValues: ["L"], tracked: true }),
    ],
  };
  const shirt = Product.create(productId(1), productContent(1, sizes), new Date()).snapshot();
  const offer = (price: number | null, available: number, compareAt: number | null = null) => ({
    price: price === null ? null : Money.of(price, "CHF"),
    compareAt: compareAt === null ? null : Money.of(compareAt, "CHF"),
    available,
  });

  test("counts only what has a price there", () => {
    const range = priceRangeWithin(
      LIST,
      shirt,
      new Map([
        [variantId(10), offer(1000, 0)],
        [variantId(11), offer(null, 5)],
      ]),
    );

    // The one that is in stock cannot be bought there.
    expect(range).toMatchObject({
      priceList: LIST,
      productId: shirt.id,
      available: false,
      onSale: false,
      priceRange: { min: Money.of(1000, "CHF"), max: Money.of(1000, "CHF") },
    });
  });

  test("says that something can be bought, and is reduced, at the prices there", () => {
    expect(
      priceRangeWithin(LIST, shirt, new Map([[variantId(10), offer(1000, 1, 1500)]])),
    ).toMatchObject({ available: true, onSale: true });
    expect(priceRangeWithin(LIST, shirt, new Map())).toMatchObject({
      available: false,
      onSale: false,
      priceRange: null,
    });
  });
});
