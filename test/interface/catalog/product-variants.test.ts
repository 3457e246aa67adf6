import { describe, expect, test } from "vitest";
import { mediaId, productId, variantId } from "../../builders/product-content.js";
import { problemsOf } from "../editing.js";
import { ids, LARGE, NONE, OF_ANOTHER, size, SMALL, variantEditing } from "./variant-editing.js";

const { mutateMug, add, update, remove, reorder, offer, reserve, database } = variantEditing();

describe("variants of a product", () => {
  describe("are added", () => {
    test("at the end, with their prices and stock", async () => {
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

    test("with new option values, and a warning about these", async () => {
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

    test("unless an option cannot have the value", async () => {
      const payload = await add({
        variants: [{ optionValues: size("M") }, { optionValues: size("X\u202EL") }],
      });

      expect(problemsOf(payload)).toContain("INVALID_TEXT variants.1.optionValues.0.value");
    });

    test("and every problem is reported at its path", async () => {
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

      expect(problemsOf(payload)).toEqual([
        "OPTION_VALUE_NOT_FOUND variants.0.optionValues.0.value",
        "INVALID_OPTIONS variants.2.optionValues",
        "DUPLICATE_VARIANT variants.1.optionValues",
      ]);
      expect(problemsOf(images)).toEqual([
        "MEDIA_NOT_FOUND variants.0.mediaId",
        "INVALID_MEDIA variants.1.mediaIndex",
      ]);
    });

    test("at most 250 at once", async () => {
      const payload = await add({
        variants: Array.from({ length: 251 }, () => ({ optionValues: size("S") })),
      });

      expect(payload["product"]).toBeNull();
      expect(problemsOf(payload)).toEqual(["INVALID_INPUT variants"]);
    });
  });

  describe("are removed", () => {
    test("with their prices and stock", async () => {
      const payload = await remove({ variantIds: [SMALL] });

      expect(payload).toMatchObject({
        product: { options: [{ values: ["S", "L"] }], variants: { nodes: [{ id: LARGE }] } },
        userErrors: [],
      });
      expect(database().rows("price").has(SMALL)).toBe(false);
      expect(database().rows("stock_item").has(SMALL)).toBe(false);
    });

    test("unless units are promised or they belong to another product", async () => {
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
      expect(
        problemsOf(await remove({ variantIds: Array.from({ length: 251 }, () => NONE) })),
      ).toEqual(["INVALID_INPUT variantIds"]);
    });
  });

  describe("are reordered", () => {
    const COLOURS = productId(6);
    const [RED, GREEN, BLUE] = [variantId(63), variantId(61), variantId(62)];

    test("with the named ones first and all others after them", async () => {
      expect(ids(await reorder({ id: COLOURS, variantIds: [BLUE] }))).toEqual([BLUE, RED, GREEN]);
      expect(ids(await reorder({ id: COLOURS, variantIds: [GREEN, RED, BLUE] }))).toEqual([
        GREEN,
        RED,
        BLUE,
      ]);
    });

    test("once each, and only those of the product", async () => {
      expect(problemsOf(await reorder({ id: COLOURS, variantIds: [BLUE, BLUE, SMALL] }))).toEqual([
        "GIVEN_TWICE variantIds.1",
        "VARIANT_NOT_FOUND variantIds.2",
      ]);
      expect(
        problemsOf(await reorder({ variantIds: Array.from({ length: 251 }, () => NONE) })),
      ).toEqual(["INVALID_INPUT variantIds"]);
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
  ])("%s changes nothing in a dry run, and reports a stale version", async (mutation, input) => {
    await offer({ name: "Size", addValues: ["M"] });
    const dryRun = await mutateMug(mutation)({ ...input, dryRun: true });
    const before = database().dump();
    await mutateMug(mutation)({ ...input, dryRun: true });
    const stale = await mutateMug(mutation)({ ...input, expectedVersion: 1 });
    const unknown = await mutateMug(mutation)({ ...input, id: productId(999) });

    expect(dryRun["userErrors"]).toEqual([]);
    expect(dryRun["changes"]).not.toEqual([]);
    expect(database().dump()).toBe(before);
    expect(stale["userErrors"]).toMatchObject([
      { __typename: "StaleVersionError", currentVersion: 2, path: ["input", "expectedVersion"] },
    ]);
    expect(problemsOf(unknown)).toEqual(["PRODUCT_NOT_FOUND id"]);
  });
});
