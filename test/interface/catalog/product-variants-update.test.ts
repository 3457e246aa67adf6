import { describe, expect, test } from "vitest";
import { mediaId } from "../../builders/product-content.js";
import { problemsOf } from "../editing.js";
import { LARGE, NONE, OF_ANOTHER, size, SMALL, variantEditing } from "./variant-editing.js";

const { update, reserve } = variantEditing();

describe("variants of a product", () => {
  describe("are updated", () => {
    test("in the given fields only, with price and stock; null removes a value", async () => {
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

    test("in their image, by its id or by its position", async () => {
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

    test("without effect, and with a warning, when nothing changes", async () => {
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

    test("so that two can exchange their SKUs and their options", async () => {
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

    test("only where they belong to the product, once each", async () => {
      const payload = await update({
        variants: [NONE, OF_ANOTHER, "mug", SMALL, SMALL].map((id) => ({
          id,
          changes: { sku: "x" },
        })),
      });

      expect(problemsOf(payload)).toEqual([
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

    test("and a clash with an unnamed variant is reported for the named one", async () => {
      expect(
        problemsOf(
          await update({ variants: [{ id: SMALL, changes: { optionValues: size("L") } }] }),
        ),
      ).toEqual(["DUPLICATE_VARIANT variants.0.changes.optionValues"]);
      expect(
        problemsOf(await update({ variants: [{ id: LARGE, changes: { sku: "SKU-50" } }] })),
      ).toEqual(["SKU_TAKEN variants.0.changes.sku"]);
      await update({ variants: [{ id: LARGE, changes: { sku: "BIG" } }] });
      expect(
        problemsOf(await update({ variants: [{ id: SMALL, changes: { sku: "BIG" } }] })),
      ).toEqual(["SKU_TAKEN variants.0.changes.sku"]);
      expect(
        problemsOf(await update({ variants: [{ id: SMALL, changes: { sku: "ART-01" } }] })),
      ).toEqual(["SKU_TAKEN variants.0.changes.sku"]);
    });

    test("and every problem of price and stock is reported at its path", async () => {
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

      expect(problemsOf(payload).toSorted()).toEqual([
        "FIGURES_WITHOUT_PRICE variants.1.changes.compareAtPrice",
        "FIGURES_WITHOUT_PRICE variants.1.changes.cost",
        "INVALID_AMOUNT variants.0.changes.compareAtPrice",
        "INVALID_INPUT variants.0.changes.sku",
        "INVALID_VARIANT variants.1.changes.unitPriceMeasure",
      ]);
      expect(
        problemsOf(await update({ variants: [{ id: SMALL, changes: { price: "-1.00" } }] })),
      ).toEqual(["NEGATIVE_PRICE variants.0.changes.price"]);
    });

    test("with a warning about a pointless price", async () => {
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

    test("but their stock cannot be removed while units are promised", async () => {
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

      expect(problemsOf(payload)).toEqual(["INVALID_INPUT variants"]);
    });
  });
});
