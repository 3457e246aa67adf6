import { describe, expect, test } from "vitest";
import type { ProductSnapshot } from "../../../src/domain/catalog/products/product-content.js";
import type { StockItemSnapshot } from "../../../src/domain/inventory/stock-item.js";
import { imageRecord, mugRecord, variantRecord } from "../../builders/mug-record.js";
import type { StoredListing } from "../../fakes/catalog/in-memory-products.js";
import { importShop, rowsOf, storedProduct } from "./import-shop.js";

describe("an import of existing products", () => {
  test("changes nothing and reports so if the file equals the stored product", async () => {
    const shop = importShop();
    const record = mugRecord({
      images: [imageRecord("front", 1, "Front")],
      tags: ["tea"],
      collection: "Tea",
    });
    await shop.importRecords(record);
    const before = structuredClone([storedProduct(shop), shop.database.outbox]);

    const [report] = await shop.importRecords(record);

    expect(report).toMatchObject({
      outcome: "unchanged",
      variants: { unchanged: 1 },
      images: { unchanged: 1 },
    });
    expect([storedProduct(shop), shop.database.outbox]).toEqual(before);
  });

  test("keeps what the file does not mention, and clears empty cells", async () => {
    const shop = importShop();
    await shop.importRecords(
      mugRecord({
        vendor: "Plinth",
        productType: "Mug",
        metafields: [
          { namespace: "facts", key: "volume", type: "INTEGER", value: "300" },
          { namespace: "facts", key: "care", type: "TEXT", value: "by hand" },
        ],
      }),
    );

    await shop.importRecords(
      mugRecord({
        vendor: "",
        variants: [variantRecord({ sku: "MUG", price: null })],
        metafields: [{ namespace: "facts", key: "care", type: "TEXT", value: "" }],
      }),
    );

    expect(storedProduct(shop)).toMatchObject({
      vendor: "",
      productType: "Mug",
      metafields: [{ key: "volume", type: "INTEGER", value: "300" }],
    });
    expect(rowsOf(shop, "price")).toEqual([]);
    expect(rowsOf(shop, "stock_item")).toMatchObject([{ onHand: 7 }]);
    expect(rowsOf<StoredListing>(shop, "listing")).toMatchObject([{ priceRange: null }]);
  });

  test("updates the variant but not the version of the product if only the stock changes", async () => {
    const shop = importShop();
    await shop.importRecords(mugRecord());

    const [report] = await shop.importRecords(
      mugRecord({ variants: [variantRecord({ onHand: 0 })] }),
    );

    expect(report).toMatchObject({ outcome: "updated", variants: { updated: 1 } });
    expect(storedProduct(shop).version).toBe(1);
    expect(rowsOf<StoredListing>(shop, "listing")).toMatchObject([
      { available: false, priceRange: { min: { minorUnits: 450 } } },
    ]);
  });

  test("updates the listing if only a price or a compare-at price changes", async () => {
    const shop = importShop();
    await shop.importRecords(mugRecord());

    const [cheaper] = await shop.importRecords(
      mugRecord({ variants: [variantRecord({ price: "4.00" })] }),
    );
    const [reduced] = await shop.importRecords(
      mugRecord({ variants: [variantRecord({ compareAt: "4.50" })] }),
    );

    expect([cheaper?.outcome, reduced?.outcome]).toEqual(["updated", "updated"]);
    expect(rowsOf<StoredListing>(shop, "listing")).toMatchObject([
      { onSale: true, priceRange: { min: { minorUnits: 400 } } },
    ]);
  });

  test("removes the stock if the quantity is empty, unless units are reserved", async () => {
    const shop = importShop();
    const blank = mugRecord({ variants: [variantRecord({ onHand: null })] });
    await shop.importRecords(mugRecord());
    await shop.importRecords(blank);
    expect(rowsOf(shop, "stock_item")).toEqual([]);

    await shop.importRecords(mugRecord());
    for (const [id, item] of shop.database.rows<StockItemSnapshot>("stock_item"))
      shop.database.rows<StockItemSnapshot>("stock_item").set(id, { ...item, reserved: 2 });
    const [report] = await shop.importRecords(blank);

    expect(report).toMatchObject({ outcome: "unchanged", warnings: [{ code: "STOCK_PROMISED" }] });
    expect(rowsOf(shop, "stock_item")).toMatchObject([{ onHand: 7, reserved: 2 }]);
  });

  test("keeps the publication window of a published product, removes it if the file unpublishes it, and starts a new one now", async () => {
    const shop = importShop();
    const window = {
      from: new Date("2020-01-01T00:00:00Z"),
      until: new Date("2030-01-01T00:00:00Z"),
    };
    await shop.importRecords(mugRecord());
    shop.database
      .rows<ProductSnapshot>("product")
      .set(storedProduct(shop).id, { ...storedProduct(shop), publication: window });

    await shop.importRecords(mugRecord({ published: true }));
    expect(storedProduct(shop).publication).toEqual(window);
    await shop.importRecords(mugRecord({ published: false }));
    expect(storedProduct(shop).publication).toBeNull();
    await shop.importRecords(mugRecord({ published: true }));
    expect(storedProduct(shop).publication).toEqual({
      from: new Date("2026-01-01T12:00:00Z"),
      until: null,
    });
  });
});
