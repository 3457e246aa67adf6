import { describe, expect, test } from "vitest";
import { checkNesting } from "../../../src/domain/catalog/collections/check-nesting.js";
import { collectionRules } from "../../../src/domain/catalog/collections/collection-rules.js";
import type { CollectionId } from "../../../src/domain/catalog/ids.js";
import { media } from "../../../src/domain/catalog/images/media.js";
import { metafield, metafields } from "../../../src/domain/catalog/metafields/metafield.js";
import { combinations } from "../../../src/domain/catalog/options/combinations.js";
import { options } from "../../../src/domain/catalog/options/option.js";
import { checkedProduct } from "../../../src/domain/catalog/products/checked-product.js";
import { tags } from "../../../src/domain/catalog/products/tags.js";
import { variant } from "../../../src/domain/catalog/variants/variant.js";
import { errorsOf } from "../../../src/domain/shared/domain-error.js";
import { id } from "../../../src/domain/shared/id.js";
import { aVariant, mediaId, productContent } from "../../builders/product-content.js";

const numbers = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, n) => String(n));

/** The codes of the refusals. */
const refused = (rule: () => unknown): readonly string[] => {
  try {
    rule();
    return [];
  } catch (error) {
    const errors = errorsOf(error);
    if (errors.length === 0) throw error;
    return errors.map(({ code }) => code);
  }
};

const product = (more: Parameters<typeof productContent>[1]) => () =>
  checkedProduct(productContent(1, more));

/** A product with a number of sizes. */
const sizes = (count: number) =>
  product({
    options: [{ name: "Size", values: numbers(Math.min(count, 2_000)) }],
    variants: numbers(count).map((size, n) => aVariant(n, { optionValues: [size], sku: null })),
  });

const image = (n: number) => ({ id: mediaId(n), url: `/media/mug-${n}.webp`, alt: "" });

const collection = (n: number): CollectionId => id<CollectionId>(`collection_${n}`);
const nested =
  (ancestors: number, levelsBelow: number, siblings = 0) =>
  () =>
    checkNesting({
      collection: collection(99),
      ancestors: Array.from({ length: ancestors }, (_, n) => collection(n)),
      levelsBelow,
      siblings,
    });

const conditions = (count: number) => () =>
  collectionRules({
    match: "ANY",
    conditions: numbers(count).map((value) => ({
      field: "TAG" as const,
      operator: "EQUALS" as const,
      value,
      key: null,
    })),
  });

const field = (n: number, value = "x") => ({
  namespace: "care",
  key: `note-${n}`,
  type: "MULTILINE_TEXT" as const,
  value,
});

/** Metafields with so many characters in all, in values of at most 50,000. */
const characters = (count: number) =>
  Array.from({ length: Math.ceil(count / 50_000) }, (_, n) =>
    field(n, "x".repeat(Math.min(50_000, count - n * 50_000))),
  );

/** The most that is allowed, one more, and the code of its refusal. */
const LIMITS: readonly (readonly [string, () => unknown, () => unknown, string])[] = [
  [
    "250 combinations of option values",
    () => combinations([{ name: "Size", values: numbers(250) }]),
    () => combinations([{ name: "Size", values: numbers(251) }]),
    "TOO_MANY",
  ],
  [
    "10 options",
    () => options(numbers(10).map((name) => ({ name, values: ["a"] }))),
    () => options(numbers(11).map((name) => ({ name, values: ["a"] }))),
    "TOO_MANY",
  ],
  [
    "2,000 values of an option",
    () => options([{ name: "Size", values: numbers(2_000) }]),
    () => options([{ name: "Size", values: numbers(2_001) }]),
    "TOO_MANY",
  ],
  ["2,000 variants", sizes(2_000), sizes(2_001), "TOO_MANY"],
  [
    "250 images",
    product({ media: Array.from({ length: 250 }, (_, n) => image(n)) }),
    product({ media: Array.from({ length: 251 }, (_, n) => image(n)) }),
    "TOO_MANY",
  ],
  ["250 tags", () => tags(numbers(250)), () => tags(numbers(251)), "TOO_MANY"],
  [
    "250 metafields",
    () => metafields(Array.from({ length: 250 }, (_, n) => field(n))),
    () => metafields(Array.from({ length: 251 }, (_, n) => field(n))),
    "TOO_MANY",
  ],
  [
    "a million characters in all metafields",
    () => metafields(characters(1_000_000)),
    () => metafields(characters(1_000_001)),
    "TOO_MANY",
  ],
  [
    "65,535 characters in a metafield",
    () => metafield(field(1, "x".repeat(65_535))),
    () => metafield(field(1, "x".repeat(65_536))),
    "INVALID_TEXT",
  ],
  ["60 conditions of a collection", conditions(60), conditions(61), "TOO_MANY"],
  ["8 levels of collections", nested(7, 0), nested(8, 0), "COLLECTION_TOO_DEEP"],
  [
    "8 levels of collections including those below",
    nested(5, 2),
    nested(5, 3),
    "COLLECTION_TOO_DEEP",
  ],
  ["500 collections below one", nested(1, 0, 499), nested(1, 0, 500), "TOO_MANY"],
];

describe("a shop may have", () => {
  test.each(LIMITS)("%s, and not one more", (_, most, oneMore, code) => {
    expect(refused(most)).toEqual([]);
    expect(refused(oneMore)).toContain(code);
  });
});

describe("texts at their limits", () => {
  test.each([
    ["title", (title: string) => ({ title }), 255],
    ["vendor", (vendor: string) => ({ vendor }), 255],
    ["type", (productType: string) => ({ productType }), 255],
    ["category", (category: string) => ({ category }), 512],
    ["slug", (slug: string) => ({ slug }), 200],
    ["tag", (tag: string) => ({ tags: [tag] }), 255],
    ["SEO title", (title: string) => ({ seo: { title, description: "" } }), 255],
    ["SEO description", (description: string) => ({ seo: { title: "", description } }), 1_000],
    ["description", (descriptionHtml: string) => ({ descriptionHtml }), 500_000],
    ["alternative text", (alt: string) => ({ media: [{ ...image(1), alt }] }), 512],
    ["SKU", (sku: string) => ({ variants: [aVariant(1, { sku })] }), 255],
    ["barcode", (barcode: string) => ({ variants: [aVariant(1, { barcode })] }), 64],
    ["tax code", (taxCode: string) => ({ variants: [aVariant(1, { taxCode })] }), 64],
  ])("the %s may be as long as its limit, and not one character longer", (_, having, longest) => {
    const more = having as (text: string) => Parameters<typeof productContent>[1];

    expect(refused(product(more("x".repeat(longest))))).toEqual([]);
    expect(refused(product(more("x".repeat(longest + 1))))).toHaveLength(1);
  });
});

describe("zero and an empty text", () => {
  test("are values: a variant may weigh nothing or a hundred tonnes, but not less or more", () => {
    const weighing = (weightMilligrams: number) => () => variant(aVariant(1, { weightMilligrams }));

    expect(weighing(0)().weightMilligrams).toBe(0);
    expect(weighing(100_000_000_000)().weightMilligrams).toBe(100_000_000_000);
    expect(refused(weighing(-1))).toEqual(["INVALID_VARIANT"]);
    expect(refused(weighing(100_000_000_001))).toEqual(["INVALID_VARIANT"]);
  });

  test("are values: the focus of an image may be at its edges, but not beyond", () => {
    const focused = (x: number, y: number) => () => media({ ...image(1), focalPoint: { x, y } });

    expect(focused(0, 1)().focalPoint).toEqual({ x: 0, y: 1 });
    expect(refused(focused(-0.01, 0))).toEqual(["INVALID_MEDIA"]);
    expect(refused(focused(0, 1.01))).toEqual(["INVALID_MEDIA"]);
  });

  test("are values: every text but the title may be empty", () => {
    expect(
      refused(
        product({
          descriptionHtml: "",
          vendor: "",
          productType: "",
          category: "",
          tags: [],
          media: [],
          metafields: [],
        }),
      ),
    ).toEqual([]);
    expect(refused(product({ title: "" }))).toEqual(["INVALID_TEXT"]);
  });
});
