import { beforeEach, describe, expect, test } from "vitest";
import { importProducts } from "../../../src/application/catalog/import-export/import-products.js";
import { productCreate } from "../../../src/application/catalog/products/product-create.js";
import { productUpdate } from "../../../src/application/catalog/products/product-update.js";
import { productVariantsAdd } from "../../../src/application/catalog/variants/product-variants-add.js";
import { productVariantsUpdate } from "../../../src/application/catalog/variants/product-variants-update.js";
import { variantsUpdate } from "../../../src/application/catalog/variants/variants-update.js";
import { variantPricesSet } from "../../../src/application/pricing/prices/variant-prices-set.js";
import {
  ADMIN_KEY_HOLDER,
  PermissionDenied,
  type Viewer,
} from "../../../src/application/shared/viewer.js";
import { fileOf, mugRecord } from "../../builders/mug-record.js";
import { productId, variantId } from "../../builders/product-content.js";
import { fillShop } from "../../builders/fill-shop.js";
import { openTestMarket } from "../../builders/open-test-market.js";
import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import { fixedClock } from "../../fakes/fixed-clock.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import { numberedIds } from "../../fakes/numbered-ids.js";

const [MUG, BOWL, NOWHERE] = [variantId(1), variantId(2), variantId(999)];
const EDITOR: Viewer = {
  kind: "admin-key",
  id: "editor",
  permissions: new Set(["catalog:read", "catalog:write"]),
};

describe("own prices", () => {
  let database = new InMemoryDatabase();
  const needs = () => ({
    unitOfWork: database.unitOfWork(inMemoryStores),
    clock: fixedClock(),
    ids: numberedIds(900_000),
    currency: "EUR",
  });
  const set = (
    items: Parameters<ReturnType<typeof variantPricesSet>>[0]["items"],
    onError: "ABORT" | "SKIP" = "ABORT",
  ) => variantPricesSet(needs())({ items, onError }, ADMIN_KEY_HOLDER);
  const stored = async (variant = MUG) =>
    (await needs().unitOfWork.run(({ prices }) => prices.lock([variant]))).get(variant)?.snapshot();
  const events = () => database.outbox.filter(({ type }) => type.startsWith("pricing."));

  beforeEach(async () => {
    database = new InMemoryDatabase();
    await openTestMarket(needs().unitOfWork);
    await fillShop(needs().unitOfWork, {
      products: [
        { number: 1, pricesAndStock: [{ price: "20.00", compareAt: "25.00", cost: "8.00" }] },
        { number: 2 },
      ],
    });
  });

  test("keep what is left out, and lose what is null", async () => {
    await set([{ variantId: MUG, price: "15" }]);
    expect(await stored()).toMatchObject({
      price: { price: { minorUnits: 1500 }, compareAt: { minorUnits: 2500 } },
      version: 2,
    });

    await set([{ variantId: MUG, compareAtPrice: null, cost: "9.50" }]);
    expect(await stored()).toMatchObject({
      price: { price: { minorUnits: 1500 }, compareAt: null, cost: { minorUnits: 950 } },
      version: 3,
    });
    await set([{ variantId: MUG, price: null }]);
    expect(await stored()).toMatchObject({ price: null, version: 0 });
  });

  test("change without their product: its version stays, its history shows the change, an event names both", async () => {
    const before = events().length;
    await set([{ variantId: MUG, price: "15" }]);

    expect(database.rows("product").get(productId(1))).toMatchObject({ version: 1 });
    expect([...database.rows("product_revision").values()]).toMatchObject([
      {
        productId: productId(1),
        kind: "UPDATED",
        version: 1,
        actor: "admin-key",
        changes: [{ path: `variants.${MUG}.price`, before: "20.00 EUR", after: "15.00 EUR" }],
      },
    ]);
    expect(events().slice(before)).toEqual([
      { type: "pricing.price-changed", variantId: MUG, productId: productId(1), version: 2 },
    ]);
    expect(database.rows("listing").get(productId(1))).toMatchObject({
      priceRange: { min: { minorUnits: 1500 }, max: { minorUnits: 1500 } },
    });
  });

  test("that are set as they are change nothing, with a warning", async () => {
    const before = database.dump();
    const { result } = await set([{ variantId: MUG, price: "20.00" }]);

    expect(result?.items[0]?.result?.warnings).toMatchObject([{ code: "NOTHING_CHANGED" }]);
    expect(database.dump()).toBe(before);
  });

  test("warn of a price below the cost, and of a crossed-out price that is not above it", async () => {
    const { result } = await set([{ variantId: MUG, price: "7.00", compareAtPrice: "6.00" }]);

    expect(result?.items[0]?.result?.warnings.map(({ code }) => code)).toEqual([
      "COMPARE_AT_NOT_ABOVE_PRICE",
      "PRICE_BELOW_COST",
    ]);
  });

  test("are refused together, each with its path, and none is changed", async () => {
    const { refusals } = await set([
      { variantId: MUG, price: "15" },
      { variantId: MUG, price: "16" },
      { variantId: BOWL, cost: "3.00" },
      { variantId: NOWHERE, price: "3.00" },
      { variantId: "mug", price: "3.00" },
      { variantId: BOWL, expectedVersion: 1, price: "3.00" },
      { variantId: BOWL, price: "-1", compareAtPrice: "1.234" },
    ]);

    expect(refusals.map(({ code, path }) => [code, path.join(".")])).toEqual([
      ["GIVEN_TWICE", "items.1.variantId"],
      ["FIGURES_WITHOUT_PRICE", "items.2.cost"],
      ["VARIANT_NOT_FOUND", "items.3.variantId"],
      ["VARIANT_NOT_FOUND", "items.4.variantId"],
      ["STALE_VERSION", "items.5.expectedVersion"],
      ["INVALID_AMOUNT", "items.6.compareAtPrice"],
    ]);
    expect(await stored()).toMatchObject({ version: 1 });
  });

  test("with SKIP are set where nothing is wrong", async () => {
    const { result, refusals } = await set(
      [
        { variantId: MUG, expectedVersion: 1, price: "15" },
        { variantId: NOWHERE, price: "1" },
        { variantId: BOWL, expectedVersion: 0, price: "5" },
      ],
      "SKIP",
    );

    expect(refusals).toEqual([]);
    expect(result?.items.map(({ refusals: own }) => own.map(({ code }) => code))).toEqual([
      [],
      ["VARIANT_NOT_FOUND"],
      [],
    ]);
    expect((await stored(BOWL))?.price?.price.minorUnits).toBe(500);
  });

  test.each([
    [
      "variantsUpdate",
      () => variantsUpdate(needs())({ items: [{ id: MUG, changes: { price: "20.00" } }] }, EDITOR),
    ],
    [
      "productVariantsUpdate",
      () =>
        productVariantsUpdate(needs())(
          { id: productId(1), variants: [{ id: MUG, changes: { cost: null } }] },
          EDITOR,
        ),
    ],
    [
      "productVariantsAdd",
      () =>
        productVariantsAdd(needs())(
          { id: productId(1), variants: [{ compareAtPrice: "1.00" }] },
          EDITOR,
        ),
    ],
    [
      "productCreate",
      () =>
        productCreate(needs())({ product: { title: "Cup", variants: [{ price: "1" }] } }, EDITOR),
    ],
    ["importProducts", () => importProducts(needs())({ file: fileOf(mugRecord()) }, EDITOR)],
  ])(
    "cannot come with products by %s from a viewer who may only write the catalogue",
    async (_, send) => {
      const before = database.dump();

      await expect(send()).rejects.toThrow(new PermissionDenied("pricing:write"));
      expect(database.dump()).toBe(before);
    },
  );

  test("are left alone by a viewer who may only write the catalogue, and edits other fields", async () => {
    const edits = [
      await productUpdate(needs())({ id: productId(1), changes: { title: "Cup" } }, EDITOR),
      await variantsUpdate(needs())({ items: [{ id: MUG, changes: { barcode: "1" } }] }, EDITOR),
      await productCreate(needs())({ product: { title: "Plate", variants: [{}] } }, EDITOR),
    ];

    expect(edits.flatMap(({ refusals }) => refusals)).toEqual([]);
    expect(await stored()).toMatchObject({ version: 1 });
  });
});
