import type {
  Audience,
  CollectionView,
  MediaView,
  MetafieldDefinitionView,
  ProductView,
} from "../../../src/application/catalog/ports.js";
import type { ProductSnapshot } from "../../../src/domain/catalog/product.js";
import type { CollectionTranslation } from "../../../src/domain/catalog/translations/collection-texts.js";
import type { ProductTranslation } from "../../../src/domain/catalog/translations/product-texts.js";
import {
  layersOf,
  shownMetafields,
  shownOptions,
  shownText,
} from "../../../src/domain/catalog/translations/shown-texts.js";

type From = Pick<Audience, "place"> | undefined;

const layersFor = <Translation extends { readonly locale: string }>(
  translations: readonly Translation[],
  from: From,
): readonly Translation[] =>
  from?.place?.locale == null ? [] : layersOf(translations, from.place.locale);

/** As the databases show it: text by text in the language that is wanted. */
export const shownProduct = (view: ProductView, from: From): ProductView => {
  const layers: readonly ProductTranslation[] = layersFor(view.translations, from);
  const options = shownOptions(
    view.options,
    layers.map((one) => one.options),
  );
  return {
    ...view,
    title: shownText(layers, (one) => one.title, view.title),
    descriptionHtml: shownText(layers, (one) => one.descriptionHtml, view.descriptionHtml),
    seo: {
      title: shownText(layers, (one) => one.seoTitle, view.seo.title),
      description: shownText(layers, (one) => one.seoDescription, view.seo.description),
    },
    options,
    choices: { ...view.choices, options },
    metafields: shownMetafields(
      view.metafields,
      layers.map((one) => one.metafields),
    ),
    firstImage: view.firstImage && { ...view.firstImage, alt: altOf(layers, view.firstImage) },
  };
};

export const shownMedia = (
  view: MediaView,
  { translations }: ProductSnapshot,
  from: From,
): MediaView => ({ ...view, alt: altOf(layersFor(translations, from), view) });

const altOf = (
  layers: readonly ProductTranslation[],
  { id, alt }: Pick<MediaView, "id" | "alt">,
): string => shownText(layers, ({ media }) => media.find((one) => one.id === id)?.alt, alt);

export const shownCollection = (view: CollectionView, from: From): CollectionView => {
  const layers: readonly CollectionTranslation[] = layersFor(view.translations, from);
  return {
    ...view,
    title: shownText(layers, (one) => one.title, view.title),
    descriptionHtml: shownText(layers, (one) => one.descriptionHtml, view.descriptionHtml),
    seo: {
      title: shownText(layers, (one) => one.seoTitle, view.seo.title),
      description: shownText(layers, (one) => one.seoDescription, view.seo.description),
    },
    image: view.image && {
      ...view.image,
      alt: shownText(layers, (one) => one.imageAlt, view.image.alt),
    },
  };
};

export const shownDefinition = (
  view: MetafieldDefinitionView,
  from: From,
): MetafieldDefinitionView => {
  const layers = layersFor(view.translations, from);
  return {
    ...view,
    name: shownText(layers, (one) => one.name, view.name),
    description: shownText(layers, (one) => one.description, view.description),
  };
};
