import { collectionId } from "../../builders/fill-shop.js";
import { productId } from "../../builders/product-content.js";
import { BOWL, COLLECTION, COLOURED, KITCHEN, MUG, NONE, SECRET } from "./sample-ids.js";
import type { PreparedIds, Samples } from "./sample.js";

/** Samples of the mutations of collections. */
export const collectionSamples = ({ translated }: PreparedIds): Samples => ({
  collectionCreate: {
    input: { collection: { title: "Tea time", productIds: [MUG, BOWL] } },
    other: { collection: { title: "Breakfast" } },
    refused: { collection: { title: "Tea time", slug: "collection-1" } },
    selection: COLLECTION,
  },
  collectionUpdate: {
    input: { id: KITCHEN, changes: { title: "In the kitchen" } },
    other: { id: KITCHEN, changes: { descriptionHtml: "<p>New</p>" } },
    refused: { id: KITCHEN, changes: { slug: "collection-2" } },
    selection: COLLECTION,
  },
  collectionPlace: {
    input: { id: SECRET, parentId: KITCHEN },
    other: { id: SECRET, at: 0 },
    refused: { id: KITCHEN, parentId: KITCHEN },
    selection:
      "collection { id version parent { id } breadcrumbs { id } children { nodes { id } } }",
  },
  collectionPublish: {
    input: { id: SECRET },
    other: { id: SECRET, from: "2026-03-01T00:00:00Z" },
    refused: { id: SECRET, from: "2026-03-01T00:00:00Z", until: "2026-02-01T00:00:00Z" },
    selection: COLLECTION,
  },
  collectionUnpublish: {
    input: { id: KITCHEN },
    other: { id: collectionId(2) },
    refused: { id: NONE },
    selection: COLLECTION,
  },
  collectionMetafieldsSet: {
    input: { id: KITCHEN, metafields: [{ namespace: "care", key: "ironing", value: "never" }] },
    other: { id: SECRET, metafields: [{ namespace: "care", key: "ironing", value: "cold" }] },
    refused: { id: KITCHEN, metafields: [{ namespace: "care", key: "unknown", value: "x" }] },
    selection: COLLECTION,
  },
  collectionMetafieldsRemove: {
    input: { id: KITCHEN, metafields: [{ namespace: "care", key: "folding" }] },
    other: { id: SECRET, metafields: [{ namespace: "care", key: "folding" }] },
    refused: { id: NONE, metafields: [{ namespace: "care", key: "folding" }] },
    selection: COLLECTION,
  },
  collectionDelete: {
    input: { id: KITCHEN },
    other: { id: SECRET },
    refused: { id: NONE },
    selection: "deletedCollectionId",
  },
  collectionProductsAdd: {
    input: { id: KITCHEN, productIds: [COLOURED] },
    other: { id: KITCHEN, productIds: [productId(7)] },
    refused: { id: KITCHEN, productIds: [COLOURED, NONE] },
    selection: COLLECTION,
  },
  collectionProductsRemove: {
    input: { id: KITCHEN, productIds: [MUG] },
    other: { id: KITCHEN, productIds: [BOWL] },
    refused: { id: NONE, productIds: [MUG] },
    selection: COLLECTION,
  },
  collectionProductsReorder: {
    input: { id: KITCHEN, moves: [{ productId: BOWL, to: 0 }] },
    other: { id: KITCHEN, moves: [{ productId: MUG, to: 2 }] },
    refused: { id: KITCHEN, moves: [{ productId: NONE, to: 0 }] },
    selection: COLLECTION,
  },

  collectionTranslationsSet: {
    input: { id: KITCHEN, translations: [{ locale: "de", title: "Küche" }] },
    other: { id: KITCHEN, translations: [{ locale: "fr", imageAlt: "La cuisine" }] },
    refused: { id: KITCHEN, translations: [{ locale: "__proto__", title: "Küche" }] },
    selection: COLLECTION,
  },
  collectionTranslationsRemove: {
    input: { id: translated.collection, locales: ["de"] },
    other: { id: translated.collection, locales: ["fr"] },
    refused: { id: NONE, locales: ["de"] },
    selection: COLLECTION,
  },
});
