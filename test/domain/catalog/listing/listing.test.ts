import { describe, expect, test } from "vitest";
import type { VariantId } from "../../../../src/domain/catalog/ids.js";
import { listing } from "../../../../src/domain/catalog/listing/listing.js";
import type { VariantPriceAndStock } from "../../../../src/domain/listing/listing.js";
import { Product } from "../../../../src/domain/catalog/products/product.js";
import type { Variant } from "../../../../src/domain/catalog/variants/variant.js";
import { Money } from "../../../../src/domain/shared/money.js";
import {
  aVariant,
  productContent,
  productId,
  variantId,
} from "../../../builders/product-content.js";

const NOW = new Date("2026-01-01T12:00:00.000Z");
const SIZES = ["S", "M"] as const;

const shirt = (variants: readonly Partial<Variant>[]) =>
  Product.create(
    productId(1),
    productContent(1, {
      title: "Chemise d’Été",
      options: [{ name: "Size", values: SIZES }],
      variants: variants.map((more, n) =>
        aVariant(n, { optionValues: [SIZES[n] ?? "S"], ...more }),
      ),
    }),
    NOW,
  ).snapshot();
const priceAndStock = (
  price: number | null,
  available: number | null,
  compareAt: number | null = null,
): VariantPriceAndStock => ({
  price: price === null ? null : Money.of(price, "EUR"),
  compareAt: compareAt === null ? null : Money.of(compareAt, "EUR"),
  available,
});
const byVariant = (
  ...all: readonly VariantPriceAndStock[]
): ReadonlyMap<VariantId, VariantPriceAndStock> =>
  new Map(all.map((one, n) => [variantId(n), one]));

describe("the listing of a product", () => {
  test("shows the range of its prices and its first image", () => {
    const shirtListing = listing(
      shirt([{}, {}]),
      byVariant(priceAndStock(3000, 1), priceAndStock(2000, 1)),
    );

    expect(shirtListing.priceRange).toEqual({
      min: Money.of(2000, "EUR"),
      max: Money.of(3000, "EUR"),
    });
    expect(shirtListing.firstImage?.alt).toBe("Mug 1");
    expect(shirtListing.foldedTitle).toBe("chemise d’ete");
  });

  test("has no price range if no variant has a price", () => {
    expect(listing(shirt([{}]), new Map()).priceRange).toBeNull();
  });

  test.each<[string, readonly Partial<Variant>[], readonly VariantPriceAndStock[], boolean]>([
    ["one of two is in stock", [{}, {}], [priceAndStock(100, 0), priceAndStock(100, 1)], true],
    ["all are sold out", [{}, {}], [priceAndStock(100, 0), priceAndStock(100, -3)], false],
    [
      "a sold-out variant continues selling",
      [{ soldOutPolicy: "CONTINUE" }],
      [priceAndStock(100, 0)],
      true,
    ],
    ["stock is not counted", [{ tracked: false }], [priceAndStock(100, null)], true],
    ["a tracked variant has no stock item", [{}], [], false],
    ["there are no variants", [], [], false],
  ])("knows whether the product is available when %s", (_, variants, known, available) => {
    expect(listing(shirt(variants), byVariant(...known)).available).toBe(available);
  });

  test("is on sale only if a compare-at price is above the price", () => {
    expect(listing(shirt([{}]), byVariant(priceAndStock(2000, 1, 2500))).onSale).toBe(true);
    expect(listing(shirt([{}]), byVariant(priceAndStock(2000, 1, 2000))).onSale).toBe(false);
    expect(listing(shirt([{}]), byVariant(priceAndStock(2000, 1, 1500))).onSale).toBe(false);
  });

  test("crosses out the lowest and highest compare-at price of what is on sale, and no other", () => {
    const reducedFrom = (...known: readonly VariantPriceAndStock[]) =>
      listing(shirt([{}, {}]), byVariant(...known)).compareAtRange;

    expect(reducedFrom(priceAndStock(2000, 1, 4000), priceAndStock(1000, 1, 2500))).toEqual({
      min: Money.of(2500, "EUR"),
      max: Money.of(4000, "EUR"),
    });
    expect(reducedFrom(priceAndStock(2000, 1, 2500), priceAndStock(9000, 1, 9000))).toEqual({
      min: Money.of(2500, "EUR"),
      max: Money.of(2500, "EUR"),
    });
    expect(reducedFrom(priceAndStock(2000, 1, 2000), priceAndStock(2000, 1, 1500))).toBeNull();
  });
});
