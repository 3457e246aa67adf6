import { describe, expect, test } from "vitest";
import { Product } from "../../../../src/domain/catalog/products/product.js";
import { isVisible } from "../../../../src/domain/catalog/products/is-visible.js";
import { Refused } from "../../../../src/domain/shared/domain-error.js";
import {
  aVariant,
  mediaId,
  productContent,
  productId,
  variantId,
} from "../../../builders/product-content.js";

const NOW = new Date("2026-01-01T12:00:00.000Z");
const LATER = new Date("2026-02-01T12:00:00.000Z");
const create = (more: Parameters<typeof productContent>[1] = {}) =>
  Product.create(productId(1), productContent(1, more), NOW);

const refusals = (work: () => unknown): readonly (readonly [string, readonly string[]])[] => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refused)
      return error.errors.map(({ code, path }) => [code, path] as const);
    throw error;
  }
  return [];
};
const codes = (more: Parameters<typeof productContent>[1]) =>
  refusals(() => create(more)).map(([code]) => code);

describe("a product", () => {
  test("records its creation once", () => {
    const product = create();

    expect(product.pullEvents()).toEqual([
      { type: "catalog.product-created", productId: productId(1), version: 1 },
    ]);
    expect(product.pullEvents()).toEqual([]);
  });

  test("does not change if it gets the same content again", () => {
    const product = create();
    product.pullEvents();

    expect(product.revise(productContent(1), LATER)).toEqual([]);
    expect(product.snapshot()).toMatchObject({ version: 1, updatedAt: NOW });
    expect(product.pullEvents()).toEqual([]);
  });

  test("reports which fields of new content are different", () => {
    const product = create();
    product.pullEvents();
    product.revise(productContent(1, { title: "Big mug", tags: ["coffee"] }), LATER);

    expect(product.snapshot()).toMatchObject({
      title: "Big mug",
      version: 2,
      createdAt: NOW,
      updatedAt: LATER,
    });
    expect(product.pullEvents()).toEqual([
      {
        type: "catalog.product-updated",
        productId: productId(1),
        version: 2,
        changed: ["title", "tags"],
      },
    ]);
  });

  test("names removed variants in its event", () => {
    const product = Product.create(
      productId(1),
      productContent(1, {
        options: [{ name: "Size", values: ["S", "L"] }],
        variants: [aVariant(1, { optionValues: ["S"] }), aVariant(2, { optionValues: ["L"] })],
      }),
      NOW,
    );
    product.pullEvents();
    product.revise(
      { ...product.snapshot(), variants: product.snapshot().variants.slice(1) },
      LATER,
    );
    product.delete();

    expect(product.pullEvents()).toEqual([
      {
        type: "catalog.product-updated",
        productId: productId(1),
        version: 2,
        changed: ["variants"],
        removedVariants: [variantId(1)],
      },
      {
        type: "catalog.product-deleted",
        productId: productId(1),
        version: 3,
        removedVariants: [variantId(2)],
      },
    ]);
  });

  test("reports all errors at once, and a refused revision changes nothing", () => {
    const product = create();
    const found = refusals(() =>
      product.revise(
        productContent(1, {
          title: " ",
          slug: "a b",
          metafields: [{ namespace: "x y", key: "ok", type: "TEXT", value: "v" }],
        }),
        LATER,
      ),
    );

    expect(found.map(([code]) => code).toSorted((a, b) => a.localeCompare(b))).toEqual([
      "INVALID_METAFIELD",
      "INVALID_SLUG",
      "INVALID_TEXT",
    ]);
    expect(product.snapshot()).toMatchObject({ title: "Mug 1", version: 1 });
  });

  test("has at most one variant for each combination of option values", () => {
    const options = [{ name: "Size", values: ["S", "M"] }];
    const variants = [aVariant(1, { optionValues: ["S"] }), aVariant(2, { optionValues: ["S"] })];

    expect(refusals(() => create({ options, variants }))).toEqual([
      ["DUPLICATE_VARIANT", ["variants", "1", "optionValues"]],
    ]);
  });

  test("has variants with one existing value of each option", () => {
    const options = [
      { name: "Size", values: ["S"] },
      { name: "Colour", values: ["Red"] },
    ];

    expect(codes({ options, variants: [aVariant(1, { optionValues: ["S"] })] })).toEqual([
      "INVALID_OPTIONS",
    ]);
    expect(codes({ options, variants: [aVariant(1, { optionValues: ["S", "Blue"] })] })).toEqual([
      "INVALID_OPTIONS",
    ]);
    expect(codes({ options, variants: [aVariant(1, { optionValues: ["S", "Red"] })] })).toEqual([]);
  });

  test("names each option and each value once", () => {
    expect(
      codes({
        options: [
          { name: "Size", values: ["S"] },
          { name: "Size", values: ["S"] },
        ],
        variants: [],
      }),
    ).toEqual(["INVALID_OPTIONS"]);
    expect(codes({ options: [{ name: "Size", values: ["S", "S"] }], variants: [] })).toEqual([
      "INVALID_OPTIONS",
    ]);
    expect(codes({ options: [], variants: [] })).toEqual(["INVALID_OPTIONS"]);
  });

  test("has each SKU once, and any number of variants without SKU", () => {
    const options = [{ name: "Size", values: ["S", "M"] }];
    const twice = (sku: string | null) => [
      aVariant(1, { optionValues: ["S"], sku }),
      aVariant(2, { optionValues: ["M"], sku }),
    ];

    expect(refusals(() => create({ options, variants: twice("MUG") }))).toEqual([
      ["SKU_TAKEN", ["variants", "1", "sku"]],
    ]);
    expect(codes({ options, variants: twice(null) })).toEqual([]);
  });

  test("has variants that use only its own images", () => {
    expect(refusals(() => create({ variants: [aVariant(1, { mediaId: mediaId(99) })] }))).toEqual([
      ["INVALID_MEDIA", ["variants", "0", "mediaId"]],
    ]);
  });

  test.each([
    "ftp://img.example/a.webp",
    "javascript:alert(1)",
    "a.webp",
    "/media/../etc/passwd",
    "https://img.example/a b.webp",
    "data:image/png;base64,AA",
  ])("refuses %s as the URL of an image", (url) => {
    expect(codes({ media: [{ id: mediaId(1), url, alt: "" }] })).toEqual(["INVALID_MEDIA"]);
  });

  test("has a publication that ends after it starts", () => {
    expect(codes({ publication: { from: NOW, until: NOW } })).toEqual(["INVALID_PUBLICATION"]);
  });

  test("has limits for variants, images, options and tags", () => {
    const many = Array.from({ length: 2_001 }, (_, n) => String(n));
    const found = codes({
      options: [{ name: "Size", values: many }],
      variants: many.map((value, n) => aVariant(n, { optionValues: [value], sku: null })),
    });

    expect(found).toEqual(["TOO_MANY", "TOO_MANY"]);
  });
});

describe("the shop", () => {
  const window = { from: NOW, until: LATER };

  test("shows an active product from the start of its publication until just before the end", () => {
    expect(isVisible({ status: "ACTIVE", publication: window }, NOW)).toBe(true);
    expect(isVisible({ status: "ACTIVE", publication: window }, LATER)).toBe(false);
    expect(isVisible({ status: "ACTIVE", publication: window }, new Date(NOW.getTime() - 1))).toBe(
      false,
    );
  });

  test("does not show a product that is a draft, archived or unpublished", () => {
    expect(isVisible({ status: "DRAFT", publication: window }, NOW)).toBe(false);
    expect(isVisible({ status: "ARCHIVED", publication: window }, NOW)).toBe(false);
    expect(isVisible({ status: "ACTIVE", publication: null }, NOW)).toBe(false);
  });
});
