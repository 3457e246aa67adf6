import { beforeEach, describe, expect, test } from "vitest";
import { mediaId, productId, variantId } from "../../builders/product-content.js";
import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import { inMemoryReads } from "../../fakes/catalog/in-memory-reads.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import { editing, type Editing } from "../editing.js";
import { openWorld } from "../world.js";

const MUG = productId(5);
const [SMALL, LARGE] = [variantId(50), variantId(51)];
const NONE = variantId(999);
const OF_ANOTHER = variantId(10);
const PRODUCT = `product { version options { name values } variants(first: 100) { nodes { id sku tracked onHand price { amount } compareAtPrice { amount } cost { amount } weight { value unit } image { id } optionValues { value } } } } changes { path before after }`;
const size = (value: string) => [{ name: "Size", value }];

interface Payload {
  readonly product: {
    readonly version: number;
    readonly variants: {
      readonly nodes: readonly {
        readonly id: string;
        readonly sku: string | null;
        readonly optionValues: readonly { readonly value: string }[];
      }[];
    };
  } | null;
  readonly changes: readonly {
    readonly path: string;
    readonly before: unknown;
    readonly after: unknown;
  }[];
}
const told = (payload: Record<string, unknown>) =>
  (payload["userErrors"] as { code: string; path: string[] }[]).map(
    ({ code, path }) => `${code} ${path.slice(1).join(".")}`,
  );
const ids = (payload: Record<string, unknown>) =>
  (payload as unknown as Payload).product?.variants.nodes.map(({ id }) => id);

describe("variants of a product", () => {
  let { mutate }: Editing = {} as Editing;
  let database = new InMemoryDatabase();
  beforeEach(async () => {
    database = new InMemoryDatabase();
    ({ mutate } = await editing(() =>
      openWorld(
        {},
        { unitOfWork: database.unitOfWork(inMemoryStores), ...inMemoryReads(database) },
      ),
    ));
  });
  const on = (mutation: string) => async (input: object) =>
    (await mutate(mutation, { id: MUG, ...input }, PRODUCT)).payload;
  const [add, update] = [on("productVariantsAdd"), on("productVariantsUpdate")];
  const [remove, reorder, offer] = [
    on("productVariantsRemove"),
    on("productVariantsReorder"),
    on("productOptionUpdate"),
  ];
  /** Promises units of the small mug to a buyer. */
  const reserve = (quantity: number) =>
    database.unitOfWork(inMemoryStores).run(async ({ stockItems }) => {
      const item = await stockItems.get(SMALL);
      item.count(quantity);
      item.reserve(quantity);
      await stockItems.save([item]);
    });

  describe("are added", () => {
    test("behind the others, with their figures", async () => {
      await offer({ name: "Size", addValues: ["M", "XL"] });
      const payload = await add({
        variants: [
          { optionValues: size("M"), sku: "MUG-M", price: "25", onHand: 3, mediaIndex: 1 },
          { optionValues: size("XL"), mediaId: mediaId(51) },
        ],
      });

      expect(payload["userErrors"]).toEqual([]);
      expect(payload["product"]).toMatchObject({
        version: 3,
        variants: {
          nodes: [
            { id: SMALL },
            { id: LARGE },
            {
              sku: "MUG-M",
              price: { amount: "25.00" },
              onHand: 3,
              tracked: true,
              image: { id: mediaId(52) },
            },
            { sku: null, price: null, onHand: null, image: { id: mediaId(51) } },
          ],
        },
      });
    });

    test("and what they are is offered from then on, with a word about it", async () => {
      const payload = await add({
        variants: [{ optionValues: size("XL") }, { optionValues: size("M") }],
      });
      const changed = await update({
        variants: [{ id: LARGE, changes: { optionValues: size("XXL") } }],
      });

      expect(payload).toMatchObject({
        userErrors: [],
        product: { options: [{ name: "Size", values: ["S", "L", "XL", "M"] }] },
      });
      expect(payload["warnings"]).toMatchObject([
        {
          code: "OPTION_VALUE_ADDED",
          path: ["input", "variants", "0", "optionValues", "0", "value"],
        },
        { path: ["input", "variants", "1", "optionValues", "0", "value"] },
      ]);
      expect(changed).toMatchObject({
        product: { options: [{ values: ["S", "L", "XL", "M", "XXL"] }] },
        warnings: [{ path: ["input", "variants", "0", "changes", "optionValues", "0", "value"] }],
      });
    });

    test("unless an option could not offer it", async () => {
      const payload = await add({
        variants: [{ optionValues: size("M") }, { optionValues: size("X\u202EL") }],
      });

      expect(told(payload)).toContain("INVALID_TEXT variants.1.optionValues.0.value");
    });

    test("and every problem is told at its place", async () => {
      const payload = await add({
        variants: [
          { optionValues: size("l") },
          { optionValues: size("S"), sku: "x" },
          { sku: "ART-01" },
        ],
      });
      const images = await add({
        variants: [
          { optionValues: size("L"), mediaId: mediaId(1) },
          { optionValues: size("L"), mediaId: mediaId(52), mediaIndex: 0 },
        ],
      });

      expect(told(payload)).toEqual([
        "OPTION_VALUE_NOT_FOUND variants.0.optionValues.0.value",
        "INVALID_OPTIONS variants.2.optionValues",
        "DUPLICATE_VARIANT variants.1.optionValues",
      ]);
      expect(told(images)).toEqual([
        "MEDIA_NOT_FOUND variants.0.mediaId",
        "INVALID_MEDIA variants.1.mediaIndex",
      ]);
    });

    test("at most 250 at once", async () => {
      const payload = await add({
        variants: Array.from({ length: 251 }, () => ({ optionValues: size("S") })),
      });

      expect(payload["product"]).toBeNull();
      expect(told(payload)).toEqual(["INVALID_INPUT variants"]);
    });
  });

  describe("are changed", () => {
    test("in what is named, figures too; null takes away", async () => {
      const payload = await update({
        variants: [
          {
            id: LARGE,
            changes: {
              optionValues: size("L"),
              sku: "BIG",
              price: "45.5",
              compareAtPrice: "50",
              cost: "20",
              onHand: 8,
              tracked: true,
              weight: { value: "1.5", unit: "KILOGRAMS" },
              mediaId: null,
            },
          },
          { id: SMALL, changes: { sku: null, price: null, onHand: null, weight: null } },
        ],
      });

      expect(payload["userErrors"]).toEqual([]);
      expect(payload["product"]).toMatchObject({
        variants: {
          nodes: [
            { id: SMALL, sku: null, price: null, onHand: null, tracked: true, weight: null },
            {
              id: LARGE,
              sku: "BIG",
              price: { amount: "45.50" },
              compareAtPrice: { amount: "50.00" },
              cost: { amount: "20.00" },
              onHand: 8,
              tracked: true,
              weight: { value: "1.5", unit: "KILOGRAMS" },
              image: null,
            },
          ],
        },
      });
      expect(payload["changes"]).toEqual(
        expect.arrayContaining([
          { path: `variants.${LARGE}.sku`, before: null, after: "BIG" },
          { path: `variants.${LARGE}.price`, before: "40.00 EUR", after: "45.50 EUR" },
          { path: `variants.${LARGE}.onHand`, before: null, after: 8 },
          { path: `variants.${SMALL}.onHand`, before: 0, after: null },
        ]),
      );
    });

    test("in their image, by its id or by its place", async () => {
      const image = async (changes: object) =>
        (await update({ variants: [{ id: LARGE, changes }] }))["product"];

      expect(await image({ mediaIndex: 0 })).toMatchObject({
        variants: { nodes: [{}, { image: { id: mediaId(5) } }] },
      });
      expect(await image({ mediaId: mediaId(51) })).toMatchObject({
        variants: { nodes: [{}, { image: { id: mediaId(51) } }] },
      });
      expect(await image({ sku: "BIG" })).toMatchObject({
        variants: { nodes: [{}, { image: { id: mediaId(51) } }] },
      });
      expect(await image({ mediaIndex: null })).toMatchObject({
        variants: { nodes: [{}, { image: null }] },
      });
    });

    test("not at all when everything was like this already", async () => {
      const payload = await update({
        variants: [
          {
            id: SMALL,
            changes: { price: "20.00", onHand: 0, sku: "SKU-50", optionValues: size("S") },
          },
        ],
      });

      expect(payload).toMatchObject({
        product: { version: 1 },
        changes: [],
        userErrors: [],
        warnings: [{ code: "NOTHING_CHANGED" }],
      });
    });

    test("so that two may exchange their SKUs and their options", async () => {
      await update({ variants: [{ id: LARGE, changes: { sku: "BIG" } }] });
      const payload = await update({
        variants: [
          { id: SMALL, changes: { sku: "BIG", optionValues: size("L") } },
          { id: LARGE, changes: { sku: "SKU-50", optionValues: size("S") } },
        ],
      });

      expect(payload["product"]).toMatchObject({
        variants: {
          nodes: [
            { id: SMALL, sku: "BIG", optionValues: [{ value: "L" }] },
            { id: LARGE, sku: "SKU-50", optionValues: [{ value: "S" }] },
          ],
        },
      });
    });

    test("only where they belong to the product, each once", async () => {
      const payload = await update({
        variants: [NONE, OF_ANOTHER, "mug", SMALL, SMALL].map((id) => ({
          id,
          changes: { sku: "x" },
        })),
      });

      expect(told(payload)).toEqual([
        "VARIANT_NOT_FOUND variants.0.id",
        "VARIANT_NOT_FOUND variants.1.id",
        "VARIANT_NOT_FOUND variants.2.id",
        "GIVEN_TWICE variants.4.id",
      ]);
      expect(payload["userErrors"]).toMatchObject([
        { __typename: "NotFoundError", missing: NONE },
        {},
        {},
        {},
      ]);
    });

    test("and what clashes with a variant that nobody spoke of is told of the one that was", async () => {
      expect(
        told(await update({ variants: [{ id: SMALL, changes: { optionValues: size("L") } }] })),
      ).toEqual(["DUPLICATE_VARIANT variants.0.changes.optionValues"]);
      expect(told(await update({ variants: [{ id: LARGE, changes: { sku: "SKU-50" } }] }))).toEqual(
        ["SKU_TAKEN variants.0.changes.sku"],
      );
      await update({ variants: [{ id: LARGE, changes: { sku: "BIG" } }] });
      expect(told(await update({ variants: [{ id: SMALL, changes: { sku: "BIG" } }] }))).toEqual([
        "SKU_TAKEN variants.0.changes.sku",
      ]);
      expect(told(await update({ variants: [{ id: SMALL, changes: { sku: "ART-01" } }] }))).toEqual(
        ["SKU_TAKEN variants.0.changes.sku"],
      );
    });

    test("and every problem of figures is told at its place", async () => {
      const payload = await update({
        variants: [
          { id: SMALL, changes: { price: "-1.00", compareAtPrice: "1.999", sku: "x".repeat(300) } },
          {
            id: LARGE,
            changes: {
              price: null,
              cost: "3.00",
              compareAtPrice: "4.00",
              unitPriceMeasure: { total: "0", totalUnit: "ml", base: "1", baseUnit: "l" },
            },
          },
        ],
      });

      expect(told(payload).toSorted()).toEqual([
        "FIGURES_WITHOUT_PRICE variants.1.changes.compareAtPrice",
        "FIGURES_WITHOUT_PRICE variants.1.changes.cost",
        "INVALID_AMOUNT variants.0.changes.compareAtPrice",
        "INVALID_INPUT variants.0.changes.sku",
        "INVALID_VARIANT variants.1.changes.unitPriceMeasure",
      ]);
      expect(
        told(await update({ variants: [{ id: SMALL, changes: { price: "-1.00" } }] })),
      ).toEqual(["NEGATIVE_PRICE variants.0.changes.price"]);
    });

    test("with a warning about a price that helps nobody", async () => {
      const payload = await update({
        variants: [{ id: LARGE, changes: { compareAtPrice: "40.00", cost: "40.01" } }],
      });

      expect(payload).toMatchObject({
        userErrors: [],
        warnings: [
          { code: "COMPARE_AT_NOT_ABOVE_PRICE", path: ["input", "variants", "0", "changes"] },
          { code: "PRICE_BELOW_COST" },
        ],
      });
    });

    test("but stock stays known while units are promised", async () => {
      await reserve(2);
      const payload = await update({ variants: [{ id: SMALL, changes: { onHand: null } }] });

      expect(payload["userErrors"]).toMatchObject([
        {
          __typename: "InUseError",
          code: "STOCK_PROMISED",
          uses: 2,
          path: ["input", "variants", "0", "changes", "onHand"],
        },
      ]);
    });

    test("at most 250 at once", async () => {
      const payload = await update({
        variants: Array.from({ length: 251 }, () => ({ id: NONE, changes: {} })),
      });

      expect(told(payload)).toEqual(["INVALID_INPUT variants"]);
    });
  });

  describe("are removed", () => {
    test("with their prices and stock", async () => {
      const payload = await remove({ variantIds: [SMALL] });

      expect(payload).toMatchObject({
        product: { options: [{ values: ["S", "L"] }], variants: { nodes: [{ id: LARGE }] } },
        userErrors: [],
      });
      expect(database.rows("price").has(SMALL)).toBe(false);
      expect(database.rows("stock_item").has(SMALL)).toBe(false);
    });

    test("unless units are promised, or they belong to another product", async () => {
      await reserve(2);
      const payload = await remove({ variantIds: [SMALL, OF_ANOTHER] });

      expect(payload["userErrors"]).toMatchObject([
        {
          __typename: "NotFoundError",
          code: "VARIANT_NOT_FOUND",
          missing: OF_ANOTHER,
          path: ["input", "variantIds", "1"],
        },
        {
          __typename: "InUseError",
          code: "VARIANT_IN_USE",
          uses: 2,
          path: ["input", "variantIds", "0"],
        },
      ]);
    });

    test("at most 250 at once", async () => {
      expect(told(await remove({ variantIds: Array.from({ length: 251 }, () => NONE) }))).toEqual([
        "INVALID_INPUT variantIds",
      ]);
    });
  });

  describe("are put in order", () => {
    const COLOURS = productId(6);
    const [RED, GREEN, BLUE] = [variantId(63), variantId(61), variantId(62)];

    test("those named first, all others behind them", async () => {
      expect(ids(await reorder({ id: COLOURS, variantIds: [BLUE] }))).toEqual([BLUE, RED, GREEN]);
      expect(ids(await reorder({ id: COLOURS, variantIds: [GREEN, RED, BLUE] }))).toEqual([
        GREEN,
        RED,
        BLUE,
      ]);
    });

    test("each once, and only those of the product", async () => {
      expect(told(await reorder({ id: COLOURS, variantIds: [BLUE, BLUE, SMALL] }))).toEqual([
        "GIVEN_TWICE variantIds.1",
        "VARIANT_NOT_FOUND variantIds.2",
      ]);
      expect(told(await reorder({ variantIds: Array.from({ length: 251 }, () => NONE) }))).toEqual([
        "INVALID_INPUT variantIds",
      ]);
    });
  });

  test.each([
    ["productVariantsAdd", { variants: [{ optionValues: size("M") }] }],
    [
      "productVariantsUpdate",
      { variants: [{ id: SMALL, changes: { sku: "NEW", price: "1.00" } }] },
    ],
    ["productVariantsRemove", { variantIds: [SMALL] }],
    ["productVariantsReorder", { variantIds: [LARGE] }],
  ])(
    "%s is tried without being done, and refused to whoever has seen another version",
    async (mutation, input) => {
      await offer({ name: "Size", addValues: ["M"] });
      const tried = await on(mutation)({ ...input, dryRun: true });
      const before = database.dump();
      await on(mutation)({ ...input, dryRun: true });
      const stale = await on(mutation)({ ...input, expectedVersion: 1 });
      const unknown = await on(mutation)({ ...input, id: productId(999) });

      expect(tried["userErrors"]).toEqual([]);
      expect(tried["changes"]).not.toEqual([]);
      expect(database.dump()).toBe(before);
      expect(stale["userErrors"]).toMatchObject([
        { __typename: "StaleVersionError", currentVersion: 2, path: ["input", "expectedVersion"] },
      ]);
      expect(told(unknown)).toEqual(["PRODUCT_NOT_FOUND id"]);
    },
  );
});
