import type { CollectionContent } from "../collection.js";
import type { MetafieldDefinitionContent } from "../metafield-definition.js";
import type { ProductContent } from "../product.js";
import {
  collectionTexts,
  originalCollectionTexts,
  type CollectionTranslation,
} from "./collection-texts.js";
import { definitionTexts, type DefinitionTranslation } from "./definition-texts.js";
import { originalTexts, textsByPlace, type ProductTranslation } from "./product-texts.js";
import { layersOf } from "./shown-texts.js";

/** A translation together with what it lacks. */
export type Stated<Translation> = Translation & {
  /** The places of texts that are shown in the language of the catalogue, such as `options.Size.values.M`; empty where nothing is. */
  readonly missing: readonly string[];
};

export const statedProductTranslations = (
  content: ProductContent,
): readonly Stated<ProductTranslation>[] =>
  stated(content.translations, () => textsByPlace(originalTexts(content)), textsByPlace);

export const statedCollectionTranslations = (
  content: CollectionContent,
): readonly Stated<CollectionTranslation>[] =>
  stated(
    content.translations,
    () => collectionTexts(originalCollectionTexts(content)),
    collectionTexts,
  );

export const statedDefinitionTranslations = (
  content: MetafieldDefinitionContent,
): readonly Stated<DefinitionTranslation>[] =>
  stated(content.translations, () => definitionTexts(content), definitionTexts);

const stated = <Translation extends { readonly locale: string }>(
  translations: readonly Translation[],
  originals: () => ReadonlyMap<string, string>,
  placed: (one: Translation) => ReadonlyMap<string, string>,
): readonly Stated<Translation>[] => {
  if (translations.length === 0) return [];
  const places = [...originals().keys()];
  return translations.map((one) => {
    const layers = layersOf(translations, one.locale).map(placed);
    return { ...one, missing: places.filter((place) => !layers.some((layer) => layer.has(place))) };
  });
};
