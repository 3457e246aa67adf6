import { Product } from "../../../../src/domain/catalog/products/product.js";
import type { ProductContent } from "../../../../src/domain/catalog/products/product-content.js";
import {
  translationLayers,
  translatedText,
} from "../../../../src/domain/catalog/translations/translation-layers.js";
import { translatedMetafields } from "../../../../src/domain/catalog/metafields/translated-metafields.js";
import { translatedOptions } from "../../../../src/domain/catalog/options/translated-option.js";
import {
  type ProductTranslationPatch,
  translateProduct,
} from "../../../../src/domain/catalog/products/translate-product.js";
import { Refused } from "../../../../src/domain/shared/domain-error.js";
import { aVariant, mediaId, productContent, productId } from "../../../builders/product-content.js";

export const NOW = new Date("2026-01-01T12:00:00Z");
export const LATER = new Date("2026-01-02T12:00:00Z");

/** A shirt in two sizes and two colours, with a metafield of text and one of numbers. */
export const SHIRT: ProductContent = productContent(1, {
  title: "Shirt",
  options: [
    { name: "Size", values: ["Small", "Large"] },
    { name: "Colour", values: ["Red", "Blue"] },
  ],
  variants: [
    aVariant(1, { optionValues: ["Small", "Red"] }),
    aVariant(2, { optionValues: ["Large", "Blue"] }),
  ],
  metafields: [
    { namespace: "care", key: "washing", type: "TEXT", value: "by hand" },
    { namespace: "facts", key: "weight", type: "INTEGER", value: "180" },
  ],
});

export const GERMAN: ProductTranslationPatch = {
  locale: "de",
  title: "Hemd",
  descriptionHtml: "<p>Aus Leinen.</p>",
  options: [
    {
      name: "Size",
      translation: "Größe",
      values: [
        { value: "Small", translation: "Klein" },
        { value: "Large", translation: "Groß" },
      ],
    },
    { name: "Colour", translation: "Farbe", values: [{ value: "Red", translation: "Rot" }] },
  ],
  metafields: [{ namespace: "care", key: "washing", value: "von Hand" }],
  media: [{ id: mediaId(1), alt: "Ein Hemd" }],
};

export const inGerman = (more: Partial<ProductTranslationPatch> = {}): ProductContent =>
  translateProduct(SHIRT, [{ ...GERMAN, ...more }]);
export const shirt = (content: ProductContent): Product =>
  Product.create(productId(1), content, NOW);

export const problems = (rule: () => unknown): unknown => {
  try {
    return rule();
  } catch (error) {
    return error instanceof Refused
      ? error.errors.map(({ code, path }) => `${code} ${path.join(".")}`)
      : error;
  }
};

export const shownIn = (content: ProductContent, locale: string) => {
  const layers = translationLayers(content.translations, locale);
  return {
    title: translatedText(layers, (one) => one.title, content.title),
    options: translatedOptions(
      content.options,
      layers.map((one) => one.options),
    ).map(({ name, values }) => [name, ...values]),
    metafields: translatedMetafields(
      content.metafields,
      layers.map((one) => one.metafields),
    ).map(({ value }) => value),
  };
};
