import { collectionId, type TestProduct, type ShopContent } from "../../builders/fill-shop.js";
import { aVariant, mediaId } from "../../builders/product-content.js";

export const NOW = new Date("2026-01-01T12:00:00.000Z");

const second = (n: number): Date => new Date(Date.UTC(2025, 11, 1, 8, 0, n));

/** A product with one variant, number 10 for product 1, 20 for product 2. */
const one = (
  number: number,
  title: string,
  at: number,
  more: Partial<TestProduct> = {},
): TestProduct => ({
  number,
  addedAt: second(at),
  ...more,
  content: { title, variants: [aVariant(number * 10)], ...more.content },
});

/**
 * A small catalogue with everything that is difficult for a list: equal keys, scripts, missing
 * prices, hidden products.
 */
export const CATALOG_CONTENT: ShopContent = {
  products: [
    one(1, "Zebra 100% mug", 1, {
      content: {
        vendor: "Café Ceramics",
        tags: ["gift", "tea"],
        variants: [aVariant(10, { sku: "ART-01" })],
      },
      pricesAndStock: [{ price: "30.00", compareAt: "45.00", cost: "11.00", onHand: 4 }],
    }),
    one(2, "äpfel bowl", 2, {
      content: {
        vendor: "CAFÉ Ceramics",
        productType: "Bowl",
        variants: [aVariant(20, { sku: "Art-02" })],
      },
      pricesAndStock: [{ price: "10.00", onHand: 5 }],
    }),
    one(3, "Apfel cup", 2, {
      content: { tags: ["resume"] },
      pricesAndStock: [{ price: "10.00", compareAt: "10.00", onHand: 1 }],
    }),
    one(4, "ほうれん草", 3, { content: { slug: "ほうれん草", productType: "spinach" } }),
    one(5, "Mug", 4, {
      content: {
        tags: ["Gift"],
        options: [{ name: "Size", values: ["S", "L"] }],
        metafields: [{ namespace: "care", key: "washing", type: "TEXT", value: "by hand" }],
        media: [
          { id: mediaId(5), url: "/media/mug-5.webp", alt: "Front" },
          { id: mediaId(52), url: "https://img.example/side.webp", alt: "Side" },
          { id: mediaId(51), url: "https://img.example/back.webp", alt: "" },
        ],
        variants: [
          aVariant(50, { optionValues: ["S"] }),
          aVariant(51, {
            optionValues: ["L"],
            sku: null,
            barcode: "2000000000015",
            tracked: false,
            soldOutPolicy: "CONTINUE",
            weightMilligrams: 453_592,
            weightUnit: "POUNDS",
            requiresShipping: false,
            taxable: false,
            taxCode: "P1",
            unitPriceMeasure: { total: "750", totalUnit: "ml", base: "1", baseUnit: "l" },
            mediaId: mediaId(52),
          }),
        ],
      },
      pricesAndStock: [{ price: "20.00", onHand: 0 }, { price: "40.00" }],
    }),
    one(6, "mug", 5, {
      content: {
        tags: ["GIFT"],
        options: [{ name: "Colour", values: ["red", "green", "blue"] }],
        variants: [
          aVariant(63, { optionValues: ["red"] }),
          aVariant(61, { optionValues: ["green"] }),
          aVariant(62, { optionValues: ["blue"] }),
        ],
      },
      pricesAndStock: [{ price: "5.00", onHand: 0 }, { price: "5.00", onHand: 2 }, null],
    }),
    one(7, "😀 mug", 6, { pricesAndStock: [{ price: "20.00", onHand: 0 }] }),
    // A letter of the private use area sorts before the emoji in UTF-8 bytes and after it in
    // JavaScript.
    one(8, "\uE000 mug", 0, { pricesAndStock: [{ price: "20.00", onHand: -2 }] }),
    one(9, "Draft", 7, { content: { status: "DRAFT" } }),
    one(10, "Coming", 8, {
      content: { publication: { from: new Date("2026-02-01T00:00:00.000Z"), until: null } },
    }),
    one(11, "Gone", 9, {
      content: {
        publication: {
          from: new Date("2025-01-01T00:00:00.000Z"),
          until: new Date("2025-12-31T00:00:00.000Z"),
        },
      },
    }),
    one(12, "Unpublished", 10, { content: { publication: null } }),
    one(13, "Archived", 11, { content: { status: "ARCHIVED" } }),
  ],
  collections: [
    { number: 1, content: { title: "Kitchen" }, products: [5, 1, 9, 3, 8, 2] },
    {
      number: 2,
      content: { title: "Gifts", parentId: collectionId(1) },
      addedAt: second(2),
      products: [6, 1],
    },
    {
      number: 3,
      content: { title: "Secret", publication: null },
      addedAt: second(3),
      products: [1, 2],
    },
    {
      number: 4,
      content: { title: "Äther", parentId: collectionId(2), sortOrder: "PRICE_DESC" },
      addedAt: second(4),
      products: [9],
    },
  ],
};
