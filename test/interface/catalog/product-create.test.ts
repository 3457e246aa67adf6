import { beforeEach, describe, expect, test } from "vitest";
import { editing, type Editing } from "../editing.js";

const PRODUCT = `product { id slug title status version publication { from } options { name values } media(first: 9) { nodes { id url alt } }
  variants(first: 100) { nodes { id sku barcode tracked onHand soldOutPolicy requiresShipping taxable taxCode price { amount } compareAtPrice { amount } cost { amount } weight { value unit } image { url } unitPriceMeasure { total totalUnit base baseUnit } optionValues { name value } } } }`;

interface ProductView {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly variants: {
    readonly nodes: readonly {
      readonly id: string;
      readonly optionValues: readonly { readonly value: string }[];
    }[];
  };
}
const productOf = (payload: Record<string, unknown>): ProductView =>
  payload["product"] as ProductView;
const values = (payload: Record<string, unknown>) =>
  productOf(payload).variants.nodes.map(({ optionValues }) =>
    optionValues.map(({ value }) => value).join(" / "),
  );

describe("productCreate", () => {
  let { mutate, ask }: Editing = {} as Editing;
  beforeEach(async () => {
    ({ mutate, ask } = await editing());
  });
  const create = (product: object, more: object = {}) =>
    mutate("productCreate", { product, ...more }, `${PRODUCT} changes { path after }`);

  test("needs only a title and creates a draft without a choice, with one variant", async () => {
    const { payload, errors } = await create({ title: "Grand teapot!" });

    expect(errors).toEqual([]);
    expect(payload).toMatchObject({
      product: {
        title: "Grand teapot!",
        slug: "grand-teapot",
        status: "DRAFT",
        version: 1,
        publication: null,
        options: [{ name: "Title", values: ["Default Title"] }],
        variants: {
          nodes: [
            {
              sku: null,
              tracked: false,
              onHand: null,
              price: null,
              soldOutPolicy: "DENY",
              requiresShipping: true,
              taxable: true,
            },
          ],
        },
      },
      changes: [
        { path: "title", after: "Grand teapot!" },
        { path: "slug", after: "grand-teapot" },
      ],
      userErrors: [],
      warnings: [],
    });
  });

  test("creates the one variant also where the input has empty options and variants", async () => {
    const { payload } = await create({
      title: "Teapot",
      options: [{ name: "Title", values: ["Default Title"] }],
    });

    expect(values(payload)).toEqual(["Default Title"]);
  });

  test("stores all fields of a product at once", async () => {
    const { payload } = await create({
      title: "Shirt",
      slug: "the-shirt",
      status: "ACTIVE",
      vendor: "Loom",
      tags: ["linen"],
      options: [
        { name: "Size", values: ["S", "M"] },
        { name: "Colour", values: ["red", "blue"] },
      ],
      media: [{ url: "/media/front.webp", alt: "Front" }, { url: "https://img.example/back.webp" }],
      variants: [
        {
          optionValues: [
            { name: "Colour", value: "red" },
            { name: "Size", value: "M" },
          ],
          sku: "SHIRT-M-RED",
          barcode: "4006381333931",
          price: "29.90",
          compareAtPrice: "39.9",
          cost: "12",
          onHand: 7,
          soldOutPolicy: "CONTINUE",
          weight: { value: "0.25", unit: "KILOGRAMS" },
          taxCode: "T1",
          mediaIndex: 1,
          unitPriceMeasure: { total: "1", totalUnit: "pc", base: "1", baseUnit: "pc" },
        },
        {
          optionValues: [
            { name: "Size", value: "S" },
            { name: "Colour", value: "blue" },
          ],
          requiresShipping: false,
          taxable: false,
        },
      ],
    });

    expect(payload["userErrors"]).toEqual([]);
    expect(payload["product"]).toMatchObject({
      slug: "the-shirt",
      status: "ACTIVE",
      options: [
        { name: "Size", values: ["S", "M"] },
        { name: "Colour", values: ["red", "blue"] },
      ],
      media: { nodes: [{ alt: "Front" }, { alt: "" }] },
      variants: {
        nodes: [
          {
            sku: "SHIRT-M-RED",
            barcode: "4006381333931",
            tracked: true,
            onHand: 7,
            soldOutPolicy: "CONTINUE",
            price: { amount: "29.90" },
            compareAtPrice: { amount: "39.90" },
            cost: { amount: "12.00" },
            weight: { value: "0.25", unit: "KILOGRAMS" },
            taxCode: "T1",
            image: { url: "https://img.example/back.webp" },
            unitPriceMeasure: { total: "1" },
            optionValues: [
              { name: "Size", value: "M" },
              { name: "Colour", value: "red" },
            ],
          },
          {
            requiresShipping: false,
            taxable: false,
            tracked: false,
            onHand: null,
            price: null,
            optionValues: [{ value: "S" }, { value: "blue" }],
          },
        ],
      },
    });
  });

  test("numbers a generated slug that is taken, and refuses a requested one that is taken", async () => {
    const made = [];
    for (const _ of [1, 2, 3])
      made.push(productOf((await create({ title: "Teapot" })).payload).slug);
    const { payload } = await create({ title: "Teapot", slug: "teapot-2" });

    expect(made).toEqual(["teapot", "teapot-2", "teapot-3"]);
    expect(payload["userErrors"]).toMatchObject([
      {
        __typename: "TakenError",
        code: "SLUG_TAKEN",
        taken: "teapot-2",
        path: ["input", "product", "slug"],
      },
    ]);
    expect(productOf((await create({ title: "😀" })).payload).slug).toBe("product");
  });

  test("generates all missing combinations, at most 250", async () => {
    const options = [
      { name: "Size", values: ["S", "M"] },
      { name: "Colour", values: ["red", "blue"] },
    ];
    const { payload } = await create({
      title: "Shirt",
      options,
      generateVariants: true,
      variants: [
        {
          optionValues: [
            { name: "Size", value: "M" },
            { name: "Colour", value: "red" },
          ],
          sku: "M-RED",
        },
      ],
    });
    expect(values(payload)).toEqual(["M / red", "S / red", "S / blue", "M / blue"]);
    expect(values((await create({ title: "Shirt", options })).payload)).toEqual([]);

    const many = Array.from({ length: 16 }, (_, n) => `v${n}`);
    const { payload: refused } = await create({
      title: "Shirt",
      options: [
        { name: "A", values: many },
        { name: "B", values: many },
      ],
      generateVariants: true,
    });
    expect(refused["userErrors"]).toMatchObject([
      {
        __typename: "TooManyError",
        code: "TOO_MANY",
        count: 256,
        limit: 250,
        path: ["input", "product", "generateVariants"],
      },
    ]);
  });

  test("adds the values of variants to their options", async () => {
    const sizes = ["38", "36", "38"].map((value, index) => ({
      optionValues: [
        { name: "Size", value },
        { name: "Colour", value: `c${index}` },
      ],
    }));
    const { payload } = await create({
      title: "Sock",
      options: [
        { name: "Size", values: [] },
        { name: "Colour", values: ["c0", "c1"] },
      ],
      variants: sizes,
    });

    expect(payload["product"]).toMatchObject({
      options: [{ values: ["38", "36"] }, { values: ["c0", "c1", "c2"] }],
    });
    expect(payload["warnings"]).toEqual([
      expect.objectContaining({
        code: "OPTION_VALUE_ADDED",
        path: ["input", "product", "variants", "2", "optionValues", "1", "value"],
      }),
    ]);
  });

  test("reports all problems of a draft at once with their paths", async () => {
    const { payload, errors } = await create({
      title: "x".repeat(300),
      tags: ["a,b"],
      options: [{ name: "Size", values: ["S", "M", "S"] }],
      media: [{ url: "nowhere" }],
      variants: [
        { optionValues: [{ name: "Size", value: "s" }], price: "1.234", onHand: 2_000_000_000 },
        { optionValues: [{ name: "Fit", value: "slim" }], cost: "3.00", price: "-1" },
        {
          optionValues: [{ name: "Size", value: "M" }],
          sku: "A",
          cost: "3.00",
          mediaIndex: 4,
          weight: { value: "-1", unit: "GRAMS" },
        },
        { sku: "A" },
        {
          optionValues: [{ name: "Size", value: "S" }],
          unitPriceMeasure: { total: "0", totalUnit: "ml", base: "1", baseUnit: "l" },
        },
      ],
    });

    expect(errors).toEqual([]);
    expect(payload["product"]).toBeNull();
    const problems = (payload["userErrors"] as { code: string; path: string[] }[]).map(
      ({ code, path }) => `${code} ${path.slice(2).join(".")}`,
    );
    expect(problems.toSorted()).toEqual([
      "FIGURES_WITHOUT_PRICE variants.2.cost",
      "INVALID_AMOUNT variants.0.price",
      "INVALID_INPUT title",
      "INVALID_INPUT variants.0.onHand",
      "INVALID_MEDIA media.0.url",
      "INVALID_MEDIA variants.2.mediaIndex",
      "INVALID_OPTIONS options.0.values.2",
      "INVALID_OPTIONS variants.3.optionValues",
      "INVALID_TEXT tags.0",
      "INVALID_VARIANT variants.2.weight",
      "INVALID_VARIANT variants.4.unitPriceMeasure",
      "NEGATIVE_PRICE variants.1.price",
      "OPTION_NOT_FOUND variants.1.optionValues.0.name",
      "OPTION_VALUE_NOT_FOUND variants.0.optionValues.0.value",
    ]);
  });

  test("refuses a duplicate combination and a taken SKU at their paths", async () => {
    const { payload: twice } = await create({ title: "Teapot", variants: [{}, { sku: "ART-01" }] });
    const { payload: taken } = await create({ title: "Teapot", variants: [{ sku: "ART-01" }] });

    expect(twice["userErrors"]).toMatchObject([
      { code: "DUPLICATE_VARIANT", path: ["input", "product", "variants", "1", "optionValues"] },
    ]);
    expect(taken["userErrors"]).toMatchObject([
      {
        __typename: "TakenError",
        code: "SKU_TAKEN",
        taken: "ART-01",
        path: ["input", "product", "variants", "0", "sku"],
      },
    ]);
  });

  test("refuses more than 250 variants, images or options", async () => {
    const many = Array.from({ length: 251 }, () => ({}));
    const { payload } = await create({
      title: "Teapot",
      variants: many,
      media: many.map((_, n) => ({ url: `/media/${n}.webp` })),
      options: many.map((_, n) => ({ name: `n${n}`, values: [] })),
    });

    expect(
      (payload["userErrors"] as { path: string[] }[]).map(({ path }) => path.join(".")),
    ).toEqual(
      expect.arrayContaining([
        "input.product.variants",
        "input.product.media",
        "input.product.options",
      ]),
    );
  });

  test("warns about probable mistakes", async () => {
    const { payload } = await create({
      title: "Teapot",
      variants: [{ price: "5.00", compareAtPrice: "5.00", cost: "6.00" }],
    });

    expect(payload).toMatchObject({
      userErrors: [],
      warnings: [
        { code: "COMPARE_AT_NOT_ABOVE_PRICE", path: ["input", "product", "variants", "0"] },
        { code: "PRICE_BELOW_COST", path: ["input", "product", "variants", "0"] },
      ],
    });
  });

  test("changes nothing in a dry run", async () => {
    const { payload } = await create({ title: "Teapot" }, { dryRun: true });

    expect(payload).toMatchObject({
      product: null,
      changes: [{ path: "title" }, { path: "slug", after: "teapot" }],
      userErrors: [],
    });
    expect((await ask(`{ product(by: { slug: "teapot" }) { id } }`)).data).toEqual({
      product: null,
    });
  });

  test("creates many products at once, and reports the refused ones", async () => {
    const items = [{ title: "One" }, { title: "Two", slug: "mug-1" }, { title: "One" }];
    const results = "results { index product { slug } userErrors { code path } warnings { code } }";
    const { payload: aborted } = await mutate("productsCreate", { items }, results);
    const { payload: skipped } = await mutate(
      "productsCreate",
      { items, onError: "SKIP" },
      results,
    );

    expect(aborted).toMatchObject({
      results: [],
      userErrors: [{ code: "SLUG_TAKEN", path: ["input", "items", "1", "slug"] }],
    });
    expect(skipped).toMatchObject({
      userErrors: [],
      results: [
        { product: { slug: "one" }, userErrors: [] },
        {
          product: null,
          userErrors: [{ code: "SLUG_TAKEN", path: ["input", "items", "1", "slug"] }],
        },
        { product: { slug: "one-2" }, userErrors: [] },
      ],
    });
  });
});
