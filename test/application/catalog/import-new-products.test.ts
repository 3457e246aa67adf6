import { describe, expect, test } from "vitest";
import { OPERATOR } from "../../../src/application/shared/viewer.js";
import type { CollectionSnapshot } from "../../../src/domain/catalog/collections/collection-content.js";
import { mugRecord } from "../../builders/mug-record.js";
import type { StoredCollectionProduct } from "../../fakes/catalog/in-memory-collections.js";
import type { StoredListing } from "../../fakes/catalog/in-memory-products.js";
import type { StoredPrice } from "../../fakes/pricing/in-memory-prices.js";
import { importShop, rowsOf, storedProduct } from "./import-shop.js";

describe("an import of new products", () => {
  test("stores the product, its price, its stock and its listing", async () => {
    const shop = importShop();

    const [report] = await shop.importRecords(mugRecord());

    expect(report).toMatchObject({ outcome: "created", variants: { created: 1 } });
    expect(storedProduct(shop)).toMatchObject({
      title: "Mug",
      status: "ACTIVE",
      version: 1,
      publication: { until: null },
      variants: [{ sku: "MUG", tracked: true }],
    });
    expect(rowsOf<StoredPrice>(shop, "price")).toMatchObject([
      { price: { minorUnits: 450, currency: "EUR" } },
    ]);
    expect(rowsOf(shop, "stock_item")).toMatchObject([{ onHand: 7, reserved: 0 }]);
    expect(rowsOf<StoredListing>(shop, "listing")).toMatchObject([
      { foldedTitle: "mug", available: true, priceRange: { min: { minorUnits: 450 } } },
    ]);
    expect(shop.database.outbox.map(({ type }) => type)).toEqual([
      "catalog.product-created",
      "catalog.product-published",
      "inventory.stock-counted",
    ]);
  });

  test("adds one variant to a product without variants", async () => {
    const shop = importShop();

    await shop.importRecords({
      location: { line: 2, column: null },
      slug: "mug",
      title: "Mug",
      variants: [],
      images: [],
    });

    expect(storedProduct(shop)).toMatchObject({
      options: [{ name: "Title", values: ["Default Title"] }],
      variants: [{ optionValues: ["Default Title"], sku: null }],
    });
  });

  test("adds the product at the end of its collection, which is created if it is missing", async () => {
    const shop = importShop();

    await shop.importRecords(
      mugRecord({ collection: "Für den Tee" }),
      mugRecord({ slug: "pot", variants: [], collection: "für den tee" }),
    );

    expect(rowsOf<CollectionSnapshot>(shop, "collection")).toMatchObject([
      { slug: "für-den-tee", title: "Für den Tee" },
    ]);
    expect(
      rowsOf<StoredCollectionProduct>(shop, "collection_product").map(({ productId }) => productId),
    ).toEqual([storedProduct(shop).id, storedProduct(shop, "pot").id]);
  });
});

describe("an import into an automated collection", () => {
  test("imports the product and warns that the rules decide", async () => {
    const shop = importShop();
    await shop.catalog.collectionCreate(
      {
        collection: {
          title: "Tea",
          rules: {
            match: "ALL",
            conditions: [{ field: "VENDOR", operator: "EQUALS", value: "Somebody else" }],
          },
        },
      },
      OPERATOR,
    );

    const [report] = await shop.importRecords(mugRecord({ collection: "Tea" }));

    expect(report).toMatchObject({
      outcome: "created",
      warnings: [{ code: "COLLECTION_AUTOMATED", value: "Tea" }],
    });
    expect(rowsOf(shop, "collection_product")).toEqual([]);
  });
});
