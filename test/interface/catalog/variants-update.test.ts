import { beforeEach, describe, expect, test } from "vitest";
import { productId, variantId } from "../../builders/product-content.js";
import { editing, type Editing, USER_ERRORS } from "../editing.js";

/** One variant each of two products, and three of a third. */
const [MUG, BOWL, RED, GREEN, BLUE] = [
  variantId(10),
  variantId(20),
  variantId(63),
  variantId(61),
  variantId(62),
];
const NOWHERE = "variant_01h00000000000000000009999";
const RESULTS = `results { index variant { id sku onHand price { amount } } ${USER_ERRORS} warnings { code path } }`;

describe("variantsUpdate", () => {
  let { mutate, ask, world }: Editing = {} as Editing;
  beforeEach(async () => {
    ({ mutate, ask, world } = await editing());
  });
  const product = async (n: number) =>
    (
      await ask(
        `query ($id: ID!) { product(by: { id: $id }) { version priceRange { min { amount } max { amount } } history(first: 5) { totalCount } } }`,
        { id: productId(n) },
      )
    ).data?.["product"];
  const skus = async () =>
    (
      await ask(`query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Variant { sku } } }`, {
        ids: [MUG, BOWL, RED, GREEN, BLUE],
      })
    ).data?.["nodes"];

  test("changes variants of many products, and increases the version of each product by one", async () => {
    const items = [
      { id: RED, expectedVersion: 1, changes: { price: "7.00" } },
      { id: MUG, changes: { sku: "MUG" } },
      { id: GREEN, expectedVersion: 1, changes: { price: "6.00", onHand: 9 } },
    ];
    const { payload, errors } = await mutate("variantsUpdate", { items }, RESULTS);

    expect(errors).toEqual([]);
    expect(payload).toMatchObject({
      results: [
        { index: 0, variant: { id: RED, price: { amount: "7.00" } }, userErrors: [], warnings: [] },
        { index: 1, variant: { id: MUG, sku: "MUG" } },
        { index: 2, variant: { id: GREEN, onHand: 9, price: { amount: "6.00" } } },
      ],
      userErrors: [],
    });
    expect(world.calls.map(({ port }) => port)).toEqual(["catalogReads.variantsById"]);
    expect(await product(6)).toMatchObject({
      priceRange: { min: { amount: "6.00" }, max: { amount: "7.00" } },
      history: { totalCount: 1 },
    });
  });

  test("lets variants of different products exchange their SKUs", async () => {
    const { payload } = await mutate(
      "variantsUpdate",
      {
        items: [
          { id: MUG, changes: { sku: "Art-02" } },
          { id: BOWL, changes: { sku: "ART-01" } },
        ],
      },
      RESULTS,
    );

    expect(payload).toMatchObject({
      results: [{ variant: { sku: "Art-02" } }, { variant: { sku: "ART-01" } }],
      userErrors: [],
    });
  });

  test("changes nothing when one item is refused, and reports the problems of each", async () => {
    const items = [
      { id: MUG, changes: { price: "-1" } },
      { id: RED, changes: { sku: "Art-02" } },
      { id: NOWHERE, changes: {} },
      { id: BOWL, expectedVersion: 7, changes: { sku: "x" } },
      { id: GREEN, changes: { price: "8.00" } },
      { id: GREEN, changes: { price: "9.00" } },
    ];
    const { payload } = await mutate("variantsUpdate", { items }, RESULTS);

    expect(payload).toMatchObject({
      results: [],
      userErrors: [
        { code: "NEGATIVE_PRICE", path: ["input", "items", "0", "changes", "price"] },
        {
          __typename: "TakenError",
          code: "SKU_TAKEN",
          taken: "Art-02",
          path: ["input", "items", "1", "changes", "sku"],
        },
        {
          __typename: "NotFoundError",
          code: "VARIANT_NOT_FOUND",
          missing: NOWHERE,
          path: ["input", "items", "2", "id"],
        },
        {
          __typename: "StaleVersionError",
          currentVersion: 1,
          path: ["input", "items", "3", "expectedVersion"],
        },
        { code: "GIVEN_TWICE", path: ["input", "items", "5", "id"] },
      ],
    });
    expect(await product(6)).toMatchObject({ version: 1, history: { totalCount: 0 } });
    expect(await skus()).toEqual([
      { sku: "ART-01" },
      { sku: "Art-02" },
      { sku: "SKU-63" },
      { sku: "SKU-61" },
      { sku: "SKU-62" },
    ]);
  });

  test("skips refused items on request, even when other variants of the product change", async () => {
    const items = [
      { id: RED, changes: { sku: "Art-02", onHand: 5 } },
      { id: GREEN, changes: { price: "4.00", onHand: 8 } },
      { id: BLUE, changes: { weight: { value: "-1", unit: "GRAMS" } } },
      { id: "mug", changes: {} },
      { id: MUG, changes: { compareAtPrice: "20.00" } },
    ];
    const { payload } = await mutate("variantsUpdate", { onError: "SKIP", items }, RESULTS);

    expect(payload).toMatchObject({
      results: [
        {
          index: 0,
          variant: null,
          userErrors: [{ code: "SKU_TAKEN", path: ["input", "items", "0", "changes", "sku"] }],
          warnings: [],
        },
        { index: 1, variant: { onHand: 8, price: { amount: "4.00" } }, userErrors: [] },
        {
          index: 2,
          variant: null,
          userErrors: [
            { code: "INVALID_VARIANT", path: ["input", "items", "2", "changes", "weight"] },
          ],
        },
        {
          index: 3,
          variant: null,
          userErrors: [
            { code: "VARIANT_NOT_FOUND", missing: "mug", path: ["input", "items", "3", "id"] },
          ],
        },
        {
          index: 4,
          variant: { id: MUG },
          userErrors: [],
          warnings: [
            { code: "COMPARE_AT_NOT_ABOVE_PRICE", path: ["input", "items", "4", "changes"] },
          ],
        },
      ],
      userErrors: [],
    });
    expect(await product(6)).toMatchObject({
      history: { totalCount: 1 },
      priceRange: { min: { amount: "4.00" } },
    });
    expect(
      (await ask(`query ($id: ID!) { node(id: $id) { ... on Variant { onHand } } }`, { id: RED }))
        .data,
    ).toEqual({ node: { onHand: 0 } });
  });

  test("changes nothing in a dry run", async () => {
    const { payload } = await mutate(
      "variantsUpdate",
      { dryRun: true, items: [{ id: MUG, changes: { sku: "MUG" } }] },
      RESULTS,
    );

    expect(payload["userErrors"]).toEqual([]);
    expect(await product(1)).toMatchObject({ version: 1 });
  });

  test.each([
    [[], "INVALID_BULK"],
    [Array.from({ length: 251 }, () => ({ id: MUG, changes: {} })), "INVALID_INPUT"],
  ])("refuses an empty list and more than 250 items", async (items, code) => {
    expect((await mutate("variantsUpdate", { items })).payload["userErrors"]).toMatchObject([
      { code, path: ["input", "items"] },
    ]);
  });
});
