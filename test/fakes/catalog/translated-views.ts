import type { Audience } from "../../../src/application/catalog/ports/audience.js";
import type { CollectionView } from "../../../src/application/catalog/ports/collection-view.js";
import type { MetafieldDefinitionView } from "../../../src/application/catalog/ports/metafield-reads.js";
import type {
  MediaView,
  ProductView,
} from "../../../src/application/catalog/ports/product-view.js";
import type { CollectionTranslation } from "../../../src/domain/catalog/collections/collection-translation.js";
import { translatedMetafields } from "../../../src/domain/catalog/metafields/translated-metafields.js";
import { translatedOptions } from "../../../src/domain/catalog/options/translated-option.js";
import type { ProductSnapshot } from "../../../src/domain/catalog/products/product-content.js";
import type { ProductTranslation } from "../../../src/domain/catalog/products/product-texts.js";
import {
  translatedText,
  translationLayers,
} from "../../../src/domain/catalog/translations/translation-layers.js";

type TranslationAudience = Pick<Audience, "shoppingContext"> | undefined;

const layersFor = <Translation extends { readonly locale: string }>(
  translations: readonly Translation[],
  audience: TranslationAudience,
): readonly Translation[] =>
  audience?.shoppingContext?.locale == null
    ? []
    : translationLayers(translations, audience.shoppingContext.locale);

/** Like the databases: each text in the language of the audience if it is translated. */
export const translatedProduct = (
  view: ProductView,
  audience: TranslationAudience,
): ProductView => {
  const layers: readonly ProductTranslation[] = layersFor(view.translations, audience);
  const options = translatedOptions(
    view.options,
    layers.map((one) => one.options),
  );
  return {
    ...view,
    title: translatedText(layers, (one) => one.title, view.title),
    descriptionHtml: translatedText(layers, (one) => one.descriptionHtml, view.descriptionHtml),
    seo: {
      title: translatedText(layers, (one) => one.seoTitle, view.seo.title),
      description: translatedText(layers, (one) => one.seoDescription, view.seo.description),
    },
    options,
    optionAvailability: { ...view.optionAvailability, options },
    metafields: translatedMetafields(
      view.metafields,
      layers.map((one) => one.metafields),
    ),
    firstImage: view.firstImage && { ...view.firstImage, alt: altOf(layers, view.firstImage) },
  };
};

export const translatedMedia = (
  view: MediaView,
  { translations }: ProductSnapshot,
  audience: TranslationAudience,
): MediaView => ({ ...view, alt: altOf(layersFor(translations, audience), view) });

const altOf = (
  layers: readonly ProductTranslation[],
  { id, alt }: Pick<MediaView, "id" | "alt">,
): string => translatedText(layers, ({ media }) => media.find((one) => one.id === id)?.alt, alt);

export const translatedCollection = (
  view: CollectionView,
  audience: TranslationAudience,
): CollectionView => {
  const layers: readonly CollectionTranslation[] = layersFor(view.translations, audience);
  return {
    ...view,
    title: translatedText(layers, (one) => one.title, view.title),
    descriptionHtml: translatedText(layers, (one) => one.descriptionHtml, view.descriptionHtml),
    seo: {
      title: translatedText(layers, (one) => one.seoTitle, view.seo.title),
      description: translatedText(layers, (one) => one.seoDescription, view.seo.description),
    },
    image: view.image && {
      ...view.image,
      alt: translatedText(layers, (one) => one.imageAlt, view.image.alt),
    },
  };
};

export const translatedDefinition = (
  view: MetafieldDefinitionView,
  audience: TranslationAudience,
): MetafieldDefinitionView => {
  const layers = layersFor(view.translations, audience);
  return {
    ...view,
    name: translatedText(layers, (one) => one.name, view.name),
    description: translatedText(layers, (one) => one.description, view.description),
  };
};
