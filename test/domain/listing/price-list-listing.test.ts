import { describe, expect, test } from "vitest";
import { priceListListing } from "../../../src/domain/listing/price-list-listing.js";
import { Product } from "../../../src/domain/catalog/products/product.js";
import type { PriceListId } from "../../../src/domain/pricing/ids.js";
import { id } from "../../../src/domain/shared/id.js";
import { Money } from "../../../src/domain/shared/money.js";
import { aVariant, productContent, productId, variantId } from "../../builders/product-content.js";
const LIST = id<PriceListId>("pricelist_01h00000000000000000000001");

describe("the listing of a product in a price list", () => {
  const sizes = {
    options: [{ name: "Size", values: ["S", "L"] }],
    variants: [
      aVariant(10, { optionValues: ["S"], tracked: true }),
      aVariant(11, { optionValues: ["L"], tracked: true }),
    ],
  };
  const shirt = Product.create(productId(1), productContent(1, sizes), new Date()).snapshot();
  const priceAndStock = (
    price: number | null,
    available: number,
    compareAt: number | null = null,
  ) => ({
    price: price === null ? null : Money.of(price, "CHF"),
    compareAt: compareAt === null ? null : Money.of(compareAt, "CHF"),
    available,
  });

  const OWN = new Map([10, 11].map((n) => [variantId(n), priceAndStock(900, 5)]));

  test("says of each variant whether it can be bought, unless that is as at own prices", () => {
    const there = new Map([10, 11].map((n) => [variantId(n), priceAndStock(1000, 5)]));
    const own = new Map(OWN).set(variantId(11), priceAndStock(null, 5));

    expect(priceListListing(LIST, shirt, there, OWN).sellable).toBeNull();
    expect(priceListListing(LIST, shirt, there, own).sellable).toEqual([true, true]);
  });

  test("includes only variants with a price in the list", () => {
    const range = priceListListing(
      LIST,
      shirt,
      new Map([
        [variantId(10), priceAndStock(1000, 0)],
        [variantId(11), priceAndStock(null, 5)],
      ]),
      OWN,
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

  test("knows availability and reductions at the prices of the list", () => {
    expect(
      priceListListing(LIST, shirt, new Map([[variantId(10), priceAndStock(1000, 1, 1500)]]), OWN),
    ).toMatchObject({ available: true, onSale: true });
    expect(priceListListing(LIST, shirt, new Map(), OWN)).toMatchObject({
      available: false,
      onSale: false,
      priceRange: null,
    });
  });
});
