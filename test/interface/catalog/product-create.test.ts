import { beforeEach, describe, expect, test } from "vitest";
import { mediaId, productId } from "../../builders/product-content.js";
import { editing, type Editing } from "../editing.js";

const MUG = productId(5);
const NONE = productId(999);
const PRODUCT = `product { id slug title status version publication { from } options { name values } media(first: 9) { nodes { id url alt } }
  variants(first: 100) { nodes { id sku barcode tracked onHand soldOutPolicy requiresShipping taxable taxCode price { amount } compareAtPrice { amount } cost { amount } weight { value unit } image { url } unitPriceMeasure { total totalUnit base baseUnit } optionValues { name value } } } }`;

interface Shown {
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
const shown = (payload: Record<string, unknown>): Shown => payload["product"] as Shown;
const values = (payload: Record<string, unknown>) =>
  shown(payload).variants.nodes.map(({ optionValues }) =>
    optionValues.map(({ value }) => value).join(" / "),
  );

describe("productCreate", () => {
  let { mutate, ask }: Editing = {} as Editing;
  beforeEach(async () => {
    ({ mutate, ask } = await editing());
  });
  const create = (product: object, more: object = {}) =>
    mutate("productCreate", { product, ...more }, `${PRODUCT} changes { path after }`);

  test("needs a title only: a draft that offers no choice, with one variant", async () => {
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

  test("gives the one variant also to a product that says in so many words that it offers no choice", async () => {
    const { payload } = await create({
      title: "Teapot",
      options: [{ name: "Title", values: ["Default Title"] }],
    });

    expect(values(payload)).toEqual(["Default Title"]);
  });

  test("takes everything about a product at once", async () => {
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

  test("gives slugs that it makes a number where they are taken, and refuses a taken one that was asked for", async () => {
    const made = [];
    for (const _ of [1, 2, 3]) made.push(shown((await create({ title: "Teapot" })).payload).slug);
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
    expect(shown((await create({ title: "😀" })).payload).slug).toBe("product");
  });

  test("makes every combination that nobody has described, at most 250", async () => {
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

  test("takes what is offered from the variants, where an option leaves it to them", async () => {
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

  test("tells everything that is wrong with a draft at once, each at its place", async () => {
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
    const told = (payload["userErrors"] as { code: string; path: string[] }[]).map(
      ({ code, path }) => `${code} ${path.slice(2).join(".")}`,
    );
    expect(told.toSorted()).toEqual([
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

  test("refuses two variants of the same combination, and an SKU that is used, where they stand", async () => {
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

  test("says what the merchant may not have meant", async () => {
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

  test("tries without doing", async () => {
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

  test("creates many at once, and reports those that are left out", async () => {
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

describe("productDuplicate", () => {
  let { mutate }: Editing = {} as Editing;
  beforeEach(async () => {
    ({ mutate } = await editing());
  });
  const copy = (more: object = {}) => mutate("productDuplicate", { id: MUG, ...more }, PRODUCT);

  test("makes a draft with everything but what is unique or counted", async () => {
    const { payload, errors } = await copy();

    expect(errors).toEqual([]);
    expect(payload["userErrors"]).toEqual([]);
    expect(payload["product"]).toMatchObject({
      title: "Mug (copy)",
      slug: "mug-5-copy",
      status: "DRAFT",
      version: 1,
      publication: null,
      options: [{ name: "Size", values: ["S", "L"] }],
      media: {
        nodes: [
          { url: "https://shop.example/media/mug-5.webp" },
          { url: "https://img.example/side.webp" },
          { url: "https://img.example/back.webp" },
        ],
      },
      variants: {
        nodes: [
          { sku: null, onHand: null, price: { amount: "20.00" } },
          {
            sku: null,
            barcode: null,
            onHand: null,
            price: { amount: "40.00" },
            image: { url: "https://img.example/side.webp" },
            taxCode: "P1",
          },
        ],
      },
    });
    const ids = [shown(payload).id, ...shown(payload).variants.nodes.map(({ id }) => id)];
    expect(new Set(ids).size).toBe(3);
    expect(JSON.stringify(payload)).not.toContain(MUG);
    expect(JSON.stringify(payload)).not.toContain(mediaId(52));
  });

  test("numbers further copies, and takes a title and a slug that are given", async () => {
    await copy();
    expect(shown((await copy()).payload).slug).toBe("mug-5-copy-2");
    expect(shown((await copy({ title: "Cup", slug: "cup" })).payload)).toMatchObject({
      title: "Cup",
      slug: "cup",
    });
    expect(shown((await copy({ title: "Mug of the summer" })).payload).slug).toBe(
      "mug-of-the-summer",
    );
    expect((await copy({ slug: "cup" })).payload["userErrors"]).toMatchObject([
      { code: "SLUG_TAKEN", path: ["input", "slug"] },
    ]);
    expect((await copy({ slug: "No slug" })).payload["userErrors"]).toMatchObject([
      { code: "INVALID_SLUG", path: ["input", "slug"] },
    ]);
  });

  test("cuts a long title so that it can be told to be a copy, between letters", async () => {
    await mutate("productUpdate", { id: MUG, changes: { title: `${"x".repeat(247)}😀tail` } });

    expect(shown((await copy()).payload).title).toBe(`${"x".repeat(247)} (copy)`);
  });

  test("is refused for what is not there or has changed, and can be tried", async () => {
    expect(
      (await mutate("productDuplicate", { id: NONE }, PRODUCT)).payload["userErrors"],
    ).toMatchObject([{ code: "PRODUCT_NOT_FOUND", path: ["input", "id"] }]);
    expect((await copy({ expectedVersion: 9 })).payload["userErrors"]).toMatchObject([
      { code: "STALE_VERSION", currentVersion: 1 },
    ]);
    expect((await copy({ dryRun: true })).payload).toMatchObject({ product: null, userErrors: [] });
    expect(shown((await copy()).payload).slug).toBe("mug-5-copy");
  });
});
