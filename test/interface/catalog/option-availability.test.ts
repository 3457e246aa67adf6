import { describe, expect, test } from "vitest";
import { productId, variantId } from "../../builders/product-content.js";
import { api, codes } from "../ask.js";

const { ask, world } = api("option-availability");

// Product 6 is a mug in red, which is sold out, green, of which there are two, and blue, of which
// nobody has counted any.
const [GREEN, BLUE, RED] = [61, 62, 63].map(variantId);

const colour = (value: string) => [{ name: "Colour", value }];

describe("the variant with certain option values", () => {
  const BY_OPTIONS = `query ByOptions($byOptions: [ChosenOption!]!) { product(by: { id: "${productId(6)}" }) { variant(byOptions: $byOptions) { __typename id available price { amount } optionValues { name value } product { id } } } }`;

  test("is found even when it is sold out", async () => {
    const { data, errors } = await ask(BY_OPTIONS, { byOptions: colour("red") });

    expect(errors).toEqual([]);
    expect(data).toEqual({
      product: {
        variant: {
          __typename: "Variant",
          id: RED,
          available: false,
          price: { amount: "5.00" },
          optionValues: colour("red"),
          product: { id: productId(6) },
        },
      },
    });
  });

  test.each([
    ["an unknown value", colour("purple")],
    ["a value in other case", colour("Red")],
    ["an unknown option", [{ name: "Size", value: "M" }]],
    ["no options", []],
  ])("is null for %s", async (_, byOptions) => {
    expect(await ask(BY_OPTIONS, { byOptions })).toMatchObject({
      data: { product: { variant: null } },
      errors: [],
    });
  });

  test("is found without options for a product without a choice", async () => {
    const { data } = await ask(
      `{ product(by: { slug: "mug-1" }) { variant(byOptions: []) { id } wrong: variant(byOptions: [{ name: "Size", value: "M" }]) { id } } }`,
    );

    expect(data).toEqual({ product: { variant: { id: variantId(10) }, wrong: null } });
  });

  test("is refused for too many options or names that are too long", async () => {
    const many = await ask(BY_OPTIONS, {
      byOptions: Array.from({ length: 251 }, () => colour("red")[0]),
    });
    const long = await ask(BY_OPTIONS, { byOptions: colour("x".repeat(256)) });

    expect([many, long].map(codes)).toEqual([["INVALID_ARGUMENT"], ["INVALID_ARGUMENT"]]);
    expect([many, long].map(({ data }) => data)).toEqual([
      { product: { variant: null } },
      { product: { variant: null } },
    ]);
  });
});

describe("the first variant of a product page", () => {
  const BEGIN = `query Begin($options: [ChosenOption!]!) { product(by: { id: "${productId(6)}" }) { selectedOrFirstAvailableVariant(selectedOptions: $options) { id stock } } }`;

  test.each([
    ["the chosen one, even when it is sold out", colour("red"), RED],
    ["the first available one, when nothing is chosen", [], GREEN],
    ["the first available one, when an old link names a deleted value", colour("purple"), GREEN],
  ])("is %s", async (_, options, expected) => {
    expect(await ask(BEGIN, { options })).toMatchObject({
      data: { product: { selectedOrFirstAvailableVariant: { id: expected } } },
      errors: [],
    });
  });
});

describe("the available option values", () => {
  test("show what each value would make of the choice", async () => {
    const { data } = await ask(
      `query Values($options: [ChosenOption!]!) { product(by: { id: "${productId(6)}" }) {
      availableOptionValues(selectedOptions: $options) { __typename name values { __typename value exists available selected variant { id image { url } price { amount } } } } } }`,
      { options: colour("green") },
    );

    const [price, image] = [{ amount: "5.00" }, null];
    expect(data).toEqual({
      product: {
        availableOptionValues: [
          {
            __typename: "OptionOutlook",
            name: "Colour",
            values: [
              {
                __typename: "OptionValueOutlook",
                value: "red",
                exists: true,
                available: false,
                selected: false,
                variant: { id: RED, image, price },
              },
              {
                __typename: "OptionValueOutlook",
                value: "green",
                exists: true,
                available: true,
                selected: true,
                variant: { id: GREEN, image, price },
              },
              {
                __typename: "OptionValueOutlook",
                value: "blue",
                exists: true,
                available: false,
                selected: false,
                variant: { id: BLUE, image, price: null },
              },
            ],
          },
        ],
      },
    });
  });

  test("mark the variant that is shown first, also when nothing is selected yet", async () => {
    const { data, errors } = await ask(
      `{ product(by: { slug: "mug-6" }) { selectedOrFirstAvailableVariant { id } availableOptionValues { values { selected variant { id } } } } }`,
    );

    expect(errors).toEqual([]);
    const product = data?.["product"] as {
      selectedOrFirstAvailableVariant: { id: string };
      availableOptionValues: { values: { selected: boolean; variant: { id: string } }[] }[];
    };
    expect(
      product.availableOptionValues.flatMap(({ values }) =>
        values.flatMap(({ selected, variant }) => (selected ? variant.id : [])),
      ),
    ).toEqual([product.selectedOrFirstAvailableVariant.id]);
  });

  test("are answered without reading variants when only ids are requested", async () => {
    const { data } = await ask(
      `{ product(by: { slug: "mug-6" }) { availableOptionValues(selectedOptions: []) { values { value available variant { id } } } } }`,
    );

    expect(data).toMatchObject({
      product: {
        availableOptionValues: [
          {
            values: [
              { variant: { id: RED } },
              { variant: { id: GREEN } },
              { variant: { id: BLUE } },
            ],
          },
        ],
      },
    });
    expect(world().calls.map(({ port }) => port)).toEqual(["catalogReads.productsBySlug"]);
  });

  test("are read in one call with all other choices, for many products at once", async () => {
    const { errors } = await ask(`{ products(first: 20, filter: { tags: ["gift"] }) { nodes {
      availableOptionValues(selectedOptions: []) { values { variant { sku price { amount } } } }
      selectedOrFirstAvailableVariant(selectedOptions: []) { id barcode stock }
      variant(byOptions: []) { weight { value } available }
      variants(first: 2) { nodes { optionValues { value } cost: price { amount } } }
    } } }`);

    expect(errors).toEqual([]);
    expect(world().calls.map(({ port }) => port)).toEqual([
      "catalogReads.productsById",
      "catalogReads.variantsById",
      "pricesAndStock.byVariant",
    ]);
  });
});

describe("the variants of a product", () => {
  const LIST = `query Variants($first: Int, $after: String, $last: Int, $before: String, $filter: ProductVariantFilter) { product(by: { id: "${productId(6)}" }) {
    variants(first: $first, after: $after, last: $last, before: $before, filter: $filter) { totalCount nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }`;

  const variants = async (variables: Record<string, unknown>) => {
    const { data, errors } = await ask(LIST, variables);
    expect(errors).toEqual([]);
    return (
      data as {
        product: {
          variants: {
            totalCount: number;
            nodes: { id: string }[];
            pageInfo: {
              hasNextPage: boolean;
              hasPreviousPage: boolean;
              startCursor: string;
              endCursor: string;
            };
          };
        };
      }
    ).product.variants;
  };

  test.each([
    ["a value", { options: colour("blue") }, [BLUE]],
    ["an unknown value", { options: colour("purple") }, []],
    ["being available", { available: true }, [GREEN]],
    ["being unavailable", { available: false }, [RED, BLUE]],
    ["both", { options: colour("red"), available: true }, []],
    ["nothing", {}, [RED, GREEN, BLUE]],
    ["null", { options: null, available: null }, [RED, GREEN, BLUE]],
  ])("are filtered by %s", async (_, filter, expected) => {
    const { nodes, totalCount } = await variants({ filter });

    expect(nodes.map(({ id }) => id)).toEqual(expected);
    expect(totalCount).toBe(expected.length);
  });

  test("are paged in both directions with a filter, with the cursors of the unfiltered list", async () => {
    const filter = { available: false };
    const begin = await variants({ first: 1, filter });
    const next = await variants({ first: 1, after: begin.pageInfo.endCursor, filter });
    const end = await variants({ last: 1, filter });
    const back = await variants({ last: 5, before: end.pageInfo.startCursor, filter });
    const whole = await variants({ first: 1, after: begin.pageInfo.endCursor });

    expect([begin, next, end, back, whole].map(({ nodes }) => nodes.map(({ id }) => id))).toEqual([
      [RED],
      [BLUE],
      [BLUE],
      [RED],
      [GREEN],
    ]);
    expect(
      [begin, next, end, back].map(({ pageInfo: { hasNextPage, hasPreviousPage } }) => [
        hasNextPage,
        hasPreviousPage,
      ]),
    ).toEqual([
      [true, false],
      [false, true],
      [false, true],
      [true, false],
    ]);
  });

  test("refuse the cursor of another list", async () => {
    expect(codes(await ask(LIST, { after: "bm9uc2Vuc2U", filter: { available: true } }))).toEqual([
      "INVALID_CURSOR",
    ]);
  });

  test("can be chosen by staff also for hidden products", async () => {
    const { data } = await ask(
      `{ product(by: { id: "${productId(9)}" }) { variant(byOptions: []) { id cost { amount } onHand } selectedOrFirstAvailableVariant(selectedOptions: []) { id } availableOptionValues(selectedOptions: []) { name } variants(filter: { available: false }) { totalCount } } }`,
      undefined,
      { api: "admin" },
    );

    expect(data).toEqual({
      product: {
        variant: { id: variantId(90), cost: null, onHand: null },
        selectedOrFirstAvailableVariant: { id: variantId(90) },
        availableOptionValues: [{ name: "Title" }],
        variants: { totalCount: 1 },
      },
    });
  });
});
