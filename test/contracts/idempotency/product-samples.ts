import { productId } from "../../builders/product-content.js";
import { ARCHIVED, BOWL, DRAFT, MUG, NONE, PRODUCT, RESULTS, SIZED } from "./sample-ids.js";
import type { Samples } from "./sample.js";

/** Samples of the mutations of products. */
export const productSamples = (): Samples => ({
  productCreate: {
    input: {
      product: {
        title: "Teapot",
        options: [{ name: "Size", values: ["S", "L"] }],
        variants: [
          { optionValues: [{ name: "Size", value: "S" }], sku: "POT-S", price: "20.00", onHand: 3 },
        ],
      },
    },
    other: { product: { title: "Kettle" } },
    refused: { product: { title: "Teapot", slug: "mug-1" } },
    selection: PRODUCT,
  },
  productsCreate: {
    input: { items: [{ title: "Teapot" }, { title: "Kettle" }] },
    other: { items: [{ title: "Jug" }] },
    refused: { items: [{ title: "Teapot" }, { title: "Kettle", slug: "mug-1" }] },
    selection: RESULTS,
  },
  productDuplicate: {
    input: { id: SIZED },
    other: { id: MUG, title: "Another mug" },
    refused: { id: NONE },
    selection: PRODUCT,
  },
  productUpdate: {
    input: { id: MUG, changes: { title: "Tall mug" } },
    other: { id: MUG, changes: { title: "Small mug" } },
    refused: { id: MUG, changes: { slug: "No slug" } },
    selection: PRODUCT,
  },
  productsUpdate: {
    input: {
      items: [
        { id: MUG, changes: { title: "Tall mug" } },
        { id: BOWL, changes: { vendor: "Kiln" } },
      ],
    },
    other: { items: [{ id: MUG, changes: { title: "Small mug" } }] },
    refused: {
      items: [
        { id: MUG, changes: { title: "Tall mug" } },
        { id: NONE, changes: { title: "Nothing" } },
      ],
    },
    selection: RESULTS,
  },

  productPublish: {
    input: { id: DRAFT },
    other: { id: DRAFT, from: "2026-03-01T00:00:00Z" },
    refused: { id: ARCHIVED },
    selection: PRODUCT,
  },
  productUnpublish: {
    input: { id: MUG },
    other: { id: BOWL },
    refused: { id: NONE },
    selection: PRODUCT,
  },
  productArchive: {
    input: { id: MUG },
    other: { id: BOWL },
    refused: { id: MUG, expectedVersion: 9 },
    selection: PRODUCT,
  },
  productUnarchive: {
    input: { id: ARCHIVED },
    other: { id: MUG },
    refused: { id: NONE },
    selection: PRODUCT,
  },
  productTagsAdd: {
    input: { id: MUG, tags: ["new"] },
    other: { id: MUG, tags: ["old"] },
    refused: { id: MUG, tags: ["a,b"] },
    selection: PRODUCT,
  },
  productTagsRemove: {
    input: { id: MUG, tags: ["TEA"] },
    other: { id: MUG, tags: ["gift"] },
    refused: { id: NONE, tags: ["tea"] },
    selection: PRODUCT,
  },
  productDelete: {
    input: { id: MUG },
    other: { id: BOWL },
    refused: { id: NONE },
    selection: "deletedProductId",
  },
  productsPublish: {
    input: { items: [{ id: DRAFT }, { id: productId(12) }] },
    other: { items: [{ id: productId(12) }] },
    refused: { items: [{ id: DRAFT }, { id: ARCHIVED }] },
    selection: RESULTS,
  },
  productsUnpublish: {
    input: { items: [{ id: MUG }, { id: BOWL }] },
    other: { items: [{ id: BOWL }] },
    refused: { items: [{ id: MUG }, { id: NONE }] },
    selection: RESULTS,
  },
  productsArchive: {
    input: { items: [{ id: MUG }, { id: NONE }], onError: "SKIP" },
    other: { items: [{ id: BOWL }] },
    refused: { items: [{ id: MUG }, { id: NONE }] },
    selection: RESULTS,
  },
  productsUnarchive: {
    input: { items: [{ id: ARCHIVED }] },
    other: { items: [{ id: BOWL }] },
    refused: { items: [{ id: NONE }] },
    selection: RESULTS,
  },
  productsTagsAdd: {
    input: { items: [{ id: MUG }, { id: BOWL }], tags: ["new"] },
    other: { items: [{ id: BOWL }], tags: ["new"] },
    refused: { items: [{ id: MUG }, { id: NONE }], tags: ["new"] },
    selection: RESULTS,
  },
  productsTagsRemove: {
    input: { items: [{ id: MUG }, { id: BOWL }], tags: ["tea"] },
    other: { items: [{ id: BOWL }], tags: ["tea"] },
    refused: { items: [{ id: MUG }, { id: NONE }], tags: ["tea"] },
    selection: RESULTS,
  },
  productsDelete: {
    input: { items: [{ id: MUG }, { id: BOWL }] },
    other: { items: [{ id: SIZED }] },
    refused: { items: [{ id: MUG }, { id: NONE }] },
    selection: "results { index deletedProductId userErrors { code path } }",
  },
});
