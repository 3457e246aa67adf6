import { describe, expect, test } from "vitest";
import type { VariantId } from "../../../src/domain/catalog/ids.js";
import { listing, type VariantOffer } from "../../../src/domain/catalog/listing.js";
import { Product } from "../../../src/domain/catalog/product.js";
import type { Variant } from "../../../src/domain/catalog/variant.js";
import { Money } from "../../../src/domain/shared/money.js";
import { aVariant, productContent, productId, variantId } from "../../builders/product-content.js";

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
const offer = (
  price: number | null,
  available: number | null,
  compareAt: number | null = null,
): VariantOffer => ({
  price: price === null ? null : Money.of(price, "EUR"),
  compareAt: compareAt === null ? null : Money.of(compareAt, "EUR"),
  available,
});
const offers = (...all: readonly VariantOffer[]): ReadonlyMap<VariantId, VariantOffer> =>
  new Map(all.map((one, n) => [variantId(n), one]));

describe("the listing of a product", () => {
  test("spans its prices and shows its first image", () => {
    const shown = listing(shirt([{}, {}]), offers(offer(3000, 1), offer(2000, 1)));

    expect(shown.priceRange).toEqual({ min: Money.of(2000, "EUR"), max: Money.of(3000, "EUR") });
    expect(shown.firstImage?.alt).toBe("Mug 1");
    expect(shown.foldedTitle).toBe("chemise d’ete");
  });

  test("has no price range while nothing has a price", () => {
    expect(listing(shirt([{}]), new Map()).priceRange).toBeNull();
  });

  test.each<[string, readonly Partial<Variant>[], readonly VariantOffer[], boolean]>([
    ["one of two is in stock", [{}, {}], [offer(100, 0), offer(100, 1)], true],
    ["all are sold out", [{}, {}], [offer(100, 0), offer(100, -3)], false],
    ["a sold-out one goes on selling", [{ soldOutPolicy: "CONTINUE" }], [offer(100, 0)], true],
    ["stock is not counted", [{ tracked: false }], [offer(100, null)], true],
    ["stock is counted but unknown", [{}], [], false],
    ["there are no variants", [], [], false],
  ])("says whether something can be bought when %s", (_, variants, known, available) => {
    expect(listing(shirt(variants), offers(...known)).available).toBe(available);
  });

  test("is on sale only when a crossed-out price stands above the price", () => {
    expect(listing(shirt([{}]), offers(offer(2000, 1, 2500))).onSale).toBe(true);
    expect(listing(shirt([{}]), offers(offer(2000, 1, 2000))).onSale).toBe(false);
    expect(listing(shirt([{}]), offers(offer(2000, 1, 1500))).onSale).toBe(false);
  });
});
