import { beforeEach, describe, expect, test } from "vitest";
import { productId, variantId } from "../../builders/product-content.js";
import { editing, type Editing, USER_ERRORS } from "../editing.js";

/** Four on the shelf, five on the shelf, none at all, and one of which no quantity is kept. */
const [MUG, BOWL, SOLD_OUT, UNCOUNTED] = [
  variantId(10),
  variantId(20),
  variantId(63),
  variantId(62),
];
const NOWHERE = "variant_01h00000000000000000009999";
const RESULTS = `results { index variant { onHand stock stockVersion } ${USER_ERRORS} warnings { code path } }`;

describe("stock", () => {
  let { mutate, ask, world }: Editing = {} as Editing;
  beforeEach(async () => {
    ({ mutate, ask, world } = await editing());
  });
  const shelf = async (id: string) =>
    (
      await ask(`query ($id: ID!) { node(id: $id) { ... on Variant { onHand stockVersion } } }`, {
        id,
      })
    ).data?.["node"];
  const product = async (n: number) =>
    (
      await ask(`query ($id: ID!) { product(by: { id: $id }) { available version } }`, {
        id: productId(n),
      })
    ).data?.["product"];

  describe("stockCount", () => {
    test("sets the counted quantities, also where none was kept, and reads all of them at once", async () => {
      const { payload, errors } = await mutate(
        "stockCount",
        {
          counts: [
            { variantId: MUG, expectedVersion: 1, onHand: 7 },
            { variantId: UNCOUNTED, onHand: 3 },
            { variantId: SOLD_OUT, onHand: 1 },
          ],
        },
        RESULTS,
      );

      expect(errors).toEqual([]);
      expect(payload).toMatchObject({
        results: [
          {
            index: 0,
            variant: { onHand: 7, stock: 7, stockVersion: 2 },
            userErrors: [],
            warnings: [],
          },
          { index: 1, variant: { onHand: 3, stock: 3, stockVersion: 1 } },
          { index: 2, variant: { onHand: 1, stock: 1, stockVersion: 2 } },
        ],
        userErrors: [],
      });
      expect(world.calls.map(({ port }) => port)).toEqual(["catalogReads.variantsById"]);
    });

    test("updates the availability in lists without a new version of the product", async () => {
      expect(await product(7)).toEqual({ available: false, version: 1 });
      await mutate("stockCount", { counts: [{ variantId: variantId(70), onHand: 2 }] });
      expect(await product(7)).toEqual({ available: true, version: 1 });
      await mutate("stockCount", { counts: [{ variantId: variantId(70), onHand: 0 }] });
      expect(await product(7)).toEqual({ available: false, version: 1 });
    });

    test("leaves the version and the history of the product as they are", async () => {
      await mutate("stockCount", { counts: [{ variantId: MUG, onHand: 7 }] });
      const { data } = await ask(
        `query ($id: ID!) { product(by: { id: $id }) { version history(first: 1) { nodes { kind } } } }`,
        { id: productId(1) },
      );

      expect(data).toEqual({ product: { version: 1, history: { nodes: [] } } });
    });

    test("refuses a stale count, and reports the current version", async () => {
      await mutate("stockCount", { counts: [{ variantId: MUG, expectedVersion: 1, onHand: 7 }] });
      const { payload } = await mutate(
        "stockCount",
        {
          counts: [
            { variantId: BOWL, onHand: 9 },
            { variantId: MUG, expectedVersion: 1, onHand: 8 },
            { variantId: UNCOUNTED, expectedVersion: 1, onHand: 8 },
            { variantId: BOWL, expectedVersion: 0, onHand: 8 },
          ],
        },
        RESULTS,
      );

      expect(payload).toMatchObject({
        results: [],
        userErrors: [
          {
            __typename: "StaleVersionError",
            currentVersion: 2,
            path: ["input", "counts", "1", "expectedVersion"],
          },
          {
            __typename: "StaleVersionError",
            currentVersion: 0,
            path: ["input", "counts", "2", "expectedVersion"],
          },
          {
            __typename: "StaleVersionError",
            currentVersion: 2,
            path: ["input", "counts", "3", "expectedVersion"],
          },
        ],
      });
      expect(await shelf(BOWL)).toEqual({ onHand: 5, stockVersion: 1 });
    });

    test("skips refused items on request", async () => {
      const { payload } = await mutate(
        "stockCount",
        {
          onError: "SKIP",
          counts: [
            { variantId: NOWHERE, onHand: 1 },
            { variantId: "mug", onHand: 1 },
            { variantId: MUG, expectedVersion: 8, onHand: 1 },
            { variantId: BOWL, expectedVersion: 1, onHand: 6 },
          ],
        },
        RESULTS,
      );

      expect(payload).toMatchObject({
        results: [
          {
            index: 0,
            variant: null,
            userErrors: [
              {
                __typename: "NotFoundError",
                code: "VARIANT_NOT_FOUND",
                missing: NOWHERE,
                path: ["input", "counts", "0", "variantId"],
              },
            ],
          },
          {
            index: 1,
            variant: null,
            userErrors: [
              {
                code: "VARIANT_NOT_FOUND",
                missing: "mug",
                path: ["input", "counts", "1", "variantId"],
              },
            ],
          },
          {
            index: 2,
            variant: null,
            userErrors: [
              {
                code: "STALE_VERSION",
                currentVersion: 1,
                path: ["input", "counts", "2", "expectedVersion"],
              },
            ],
          },
          { index: 3, variant: { onHand: 6, stockVersion: 2 }, userErrors: [] },
        ],
        userErrors: [],
      });
      expect(await shelf(MUG)).toEqual({ onHand: 4, stockVersion: 1 });
    });

    test("applies several counts of one variant in order, and warns about those without effect", async () => {
      const { payload } = await mutate(
        "stockCount",
        {
          counts: [
            { variantId: MUG, onHand: 4 },
            { variantId: UNCOUNTED, onHand: 2 },
            { variantId: UNCOUNTED, onHand: 9 },
          ],
        },
        RESULTS,
      );

      expect(payload).toMatchObject({
        results: [
          { warnings: [{ code: "NOTHING_CHANGED", path: ["input", "counts", "0", "onHand"] }] },
          { variant: { onHand: 9 } },
          { variant: { onHand: 9, stockVersion: 2 } },
        ],
      });
    });

    test("changes nothing in a dry run", async () => {
      const { payload } = await mutate(
        "stockCount",
        { dryRun: true, counts: [{ variantId: MUG, onHand: 7 }] },
        RESULTS,
      );

      expect(payload["userErrors"]).toEqual([]);
      expect(await shelf(MUG)).toEqual({ onHand: 4, stockVersion: 1 });
    });

    test("runs once for one idempotency key", async () => {
      const input = { adjustments: [{ variantId: MUG, by: -1 }] };
      await mutate("stockAdjust", input, RESULTS, "k1");
      const again = await mutate("stockAdjust", input, RESULTS, "k1");

      expect(again.extensions?.["replayed"]).toEqual(["stockAdjust"]);
      expect(again.payload).toMatchObject({ results: [{ variant: { onHand: 3 } }] });
    });

    test.each([
      [[], "INVALID_BULK", ["input", "counts"]],
      [
        Array.from({ length: 251 }, () => ({ variantId: MUG, onHand: 1 })),
        "INVALID_INPUT",
        ["input", "counts"],
      ],
      [
        [{ variantId: MUG, onHand: 2_000_000_000 }],
        "INVALID_INPUT",
        ["input", "counts", "0", "onHand"],
      ],
    ])(
      "refuses an empty list, more than 250 items and invalid quantities",
      async (counts, code, path) => {
        expect((await mutate("stockCount", { counts })).payload["userErrors"]).toMatchObject([
          { code, path },
        ]);
      },
    );
  });

  describe("stockAdjust", () => {
    test("adds and subtracts units whatever the quantity", async () => {
      const { payload } = await mutate(
        "stockAdjust",
        {
          adjustments: [
            { variantId: MUG, by: -2 },
            { variantId: BOWL, by: 3 },
            { variantId: MUG, by: -1 },
          ],
        },
        RESULTS,
      );

      expect(payload).toMatchObject({
        results: [
          { variant: { onHand: 1, stockVersion: 3 } },
          { variant: { onHand: 8 } },
          { variant: { onHand: 1 } },
        ],
        userErrors: [],
      });
    });

    test("can subtract more than there is, and warns about missing units", async () => {
      const { payload } = await mutate(
        "stockAdjust",
        { adjustments: [{ variantId: MUG, by: -6 }] },
        RESULTS,
      );

      expect(payload).toMatchObject({
        results: [
          {
            variant: { onHand: -2, stock: 0 },
            warnings: [{ code: "STOCK_SHORT", path: ["input", "adjustments", "0"] }],
          },
        ],
      });
    });

    test("refuses an adjustment by zero, and of a variant without stock", async () => {
      const { payload } = await mutate(
        "stockAdjust",
        {
          adjustments: [
            { variantId: MUG, by: 0 },
            { variantId: UNCOUNTED, by: 1 },
            { variantId: NOWHERE, by: 1 },
          ],
        },
        RESULTS,
      );

      expect(payload["userErrors"]).toMatchObject([
        { code: "INVALID_QUANTITY", path: ["input", "adjustments", "0", "by"] },
        {
          __typename: "NotFoundError",
          code: "STOCK_ITEM_NOT_FOUND",
          missing: UNCOUNTED,
          path: ["input", "adjustments", "1", "variantId"],
        },
        { code: "VARIANT_NOT_FOUND", path: ["input", "adjustments", "2", "variantId"] },
      ]);
    });
  });
});
