import { mediaId, variantId } from "../../builders/product-content.js";
import {
  BLUE,
  BOWL,
  COLOURED,
  glazed,
  GREEN,
  MUG,
  NONE,
  PRODUCT,
  RED,
  RESULTS,
  SIZED,
} from "./sample-ids.js";
import type { PreparedIds, Samples } from "./sample.js";

/** Samples of the mutations of variants, options, images, metafields and translations. */
export const productPartSamples = ({
  washing,
  ironing,
  shirt,
  translated,
}: PreparedIds): Samples => ({
  productVariantsAdd: {
    input: { id: shirt, variants: [{ optionValues: glazed("L"), sku: "SHIRT-L", price: "6.00" }] },
    other: { id: shirt, variants: [{ optionValues: glazed("L") }] },
    refused: { id: shirt, variants: [{ optionValues: glazed("S") }] },
    selection: PRODUCT,
  },
  productVariantsUpdate: {
    input: { id: COLOURED, variants: [{ id: RED, changes: { price: "7.00", onHand: 9 } }] },
    other: { id: COLOURED, variants: [{ id: RED, changes: { sku: "RED" } }] },
    refused: { id: COLOURED, variants: [{ id: RED, changes: { sku: "ART-01" } }] },
    selection: PRODUCT,
  },
  productVariantsRemove: {
    input: { id: COLOURED, variantIds: [BLUE] },
    other: { id: COLOURED, variantIds: [RED] },
    refused: { id: COLOURED, variantIds: [variantId(10)] },
    selection: PRODUCT,
  },
  productVariantsReorder: {
    input: { id: COLOURED, variantIds: [BLUE, RED, GREEN] },
    other: { id: COLOURED, variantIds: [GREEN] },
    refused: { id: COLOURED, variantIds: [variantId(10)] },
    selection: PRODUCT,
  },
  productOptionAdd: {
    input: { id: COLOURED, name: "Size", values: ["S", "L"], valueOfExistingVariants: "S" },
    other: { id: COLOURED, name: "Glaze", values: ["matt"], valueOfExistingVariants: "matt" },
    refused: { id: COLOURED, name: "Colour", values: ["S"], valueOfExistingVariants: "S" },
    selection: PRODUCT,
  },
  productOptionUpdate: {
    input: {
      id: COLOURED,
      name: "Colour",
      newName: "Color",
      renameValues: [{ from: "red", to: "crimson" }],
    },
    other: { id: COLOURED, name: "Colour", addValues: ["black"] },
    refused: { id: COLOURED, name: "Size", newName: "Width" },
    selection: PRODUCT,
  },
  productOptionRemove: {
    input: { id: shirt, name: "Glaze" },
    other: { id: shirt, name: "Size" },
    refused: { id: COLOURED, name: "Colour" },
    selection: PRODUCT,
  },
  productOptionsReorder: {
    input: { id: shirt, names: ["Glaze", "Size"] },
    other: { id: shirt, names: ["Glaze"] },
    refused: { id: shirt, names: ["Weight"] },
    selection: PRODUCT,
  },
  productMediaAdd: {
    input: { id: MUG, media: [{ url: "https://img.example/top.webp", alt: "From above" }] },
    other: { id: MUG, media: [{ url: "https://img.example/side.webp" }] },
    refused: { id: MUG, media: [{ url: "no address" }] },
    selection: PRODUCT,
  },
  productMediaUpdate: {
    input: { id: SIZED, media: [{ id: mediaId(52), alt: "From the side" }] },
    other: { id: SIZED, media: [{ id: mediaId(51), alt: "From behind" }] },
    refused: { id: SIZED, media: [{ id: mediaId(1), alt: "x" }] },
    selection: PRODUCT,
  },
  mediaFetch: {
    input: { urls: ["https://img.example/side.webp"] },
    other: { urls: ["https://img.example/back.webp"] },
    refused: { urls: ["nowhere"] },
    selection: "count",
  },
  productMediaRemove: {
    input: { id: SIZED, mediaIds: [mediaId(52)] },
    other: { id: SIZED, mediaIds: [mediaId(51)] },
    refused: { id: SIZED, mediaIds: [mediaId(1)] },
    selection: PRODUCT,
  },
  productMediaReorder: {
    input: { id: SIZED, mediaIds: [mediaId(51), mediaId(5)] },
    other: { id: SIZED, mediaIds: [mediaId(52)] },
    refused: { id: SIZED, mediaIds: [mediaId(1)] },
    selection: PRODUCT,
  },

  metafieldDefinitionCreate: {
    input: { definition: { namespace: "care", key: "drying", type: "TEXT", name: "Drying" } },
    other: { definition: { namespace: "care", key: "sorting", type: "INTEGER" } },
    refused: { definition: { namespace: "care", key: "washing", type: "TEXT" } },
    selection: "metafieldDefinition { id key name version }",
  },
  metafieldDefinitionUpdate: {
    input: { id: washing, changes: { name: "How to wash" } },
    other: { id: washing, changes: { description: "For labels" } },
    refused: { id: washing, expectedVersion: 7, changes: { name: "x" } },
    selection: "metafieldDefinition { id name version }",
  },
  metafieldDefinitionDelete: {
    input: { id: ironing },
    other: { id: washing },
    refused: { id: NONE },
    selection: "deletedMetafieldDefinitionId",
  },
  productMetafieldsSet: {
    input: { id: MUG, metafields: [{ namespace: "care", key: "washing", value: "by hand" }] },
    other: { id: MUG, metafields: [{ namespace: "care", key: "ironing", value: "never" }] },
    refused: { id: MUG, metafields: [{ namespace: "care", key: "unknown", value: "x" }] },
    selection: PRODUCT,
  },
  productVariantMetafieldsSet: {
    input: {
      id: COLOURED,
      variantId: RED,
      metafields: [{ namespace: "care", key: "ironing", value: "never" }],
    },
    other: {
      id: COLOURED,
      variantId: BLUE,
      metafields: [{ namespace: "care", key: "ironing", value: "cold" }],
    },
    refused: {
      id: COLOURED,
      variantId: RED,
      metafields: [{ namespace: "care", key: "unknown", value: "x" }],
    },
    selection: PRODUCT,
  },
  productVariantMetafieldsRemove: {
    input: {
      id: COLOURED,
      variantId: RED,
      metafields: [{ namespace: "care", key: "folding" }],
    },
    other: {
      id: COLOURED,
      variantId: BLUE,
      metafields: [{ namespace: "care", key: "folding" }],
    },
    refused: {
      id: NONE,
      variantId: RED,
      metafields: [{ namespace: "care", key: "folding" }],
    },
    selection: PRODUCT,
  },
  productMetafieldsRemove: {
    input: { id: SIZED, metafields: [{ namespace: "care", key: "washing" }] },
    other: { id: MUG, metafields: [{ namespace: "care", key: "washing" }] },
    refused: { id: NONE, metafields: [{ namespace: "care", key: "washing" }] },
    selection: PRODUCT,
  },

  productTranslationsSet: {
    input: { id: SIZED, translations: [{ locale: "de", title: "Tasse" }] },
    other: { id: MUG, translations: [{ locale: "de-at", title: "Häferl" }] },
    refused: { id: MUG, translations: [{ locale: "de", title: "" }] },
    selection: PRODUCT,
  },
  productTranslationsRemove: {
    input: { id: translated.product, locales: ["de"] },
    other: { id: translated.product, locales: ["fr"] },
    refused: { id: shirt, locales: ["../.."] },
    selection: PRODUCT,
  },
  productsTranslationsSet: {
    input: {
      items: [
        { id: MUG, translations: [{ locale: "de", title: "Becher" }] },
        { id: BOWL, translations: [{ locale: "de", title: "Schale" }] },
      ],
    },
    other: { items: [{ id: MUG, translations: [{ locale: "fr", title: "Tasse" }] }] },
    refused: {
      items: [
        { id: MUG, translations: [{ locale: "de", title: "Becher" }] },
        { id: NONE, translations: [{ locale: "de", title: "Nichts" }] },
      ],
    },
    selection: RESULTS,
  },
  metafieldDefinitionTranslationsSet: {
    input: { id: washing, translations: [{ locale: "de", name: "Wäsche" }] },
    other: { id: washing, translations: [{ locale: "fr", description: "Lavage" }] },
    refused: { id: washing, expectedVersion: 7, translations: [{ locale: "de", name: "x" }] },
    selection: "metafieldDefinition { id name version }",
  },
  metafieldDefinitionTranslationsRemove: {
    input: { id: translated.field, locales: ["de"] },
    other: { id: translated.field, locales: ["fr"] },
    refused: { id: NONE, locales: ["de"] },
    selection: "metafieldDefinition { id name version }",
  },
});
