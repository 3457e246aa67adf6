import { Problems } from "../../shared/problems.js";
import type { Media } from "../images/media.js";
import type { Seo } from "../seo.js";
import { NothingToTranslate } from "../translations/errors.js";
import {
  checkedFlatTranslations,
  flatTextsByPath,
  translateFlat,
  type FlatTranslation,
  type FlatTranslationPatch,
} from "../translations/flat-translation.js";
import { TEXT_RULES } from "../translations/text-rules.js";

/** The texts of a collection in one language. */
export type CollectionTranslation = FlatTranslation<CollectionTextField>;
export type CollectionTranslationPatch = FlatTranslationPatch<CollectionTextField>;

export type CollectionTextField =
  "title" | "descriptionHtml" | "seoTitle" | "seoDescription" | "imageAlt";

interface TranslatedContent {
  readonly image: Media | null;
  readonly translations: readonly CollectionTranslation[];
}

/**
 * A collection with patches applied to its translations.
 * @throws Refused with InvalidLocaleTag, InvalidText, RepeatedEntry, TooMany, NothingToTranslate
 */
export const translateCollection = <Content extends TranslatedContent>(
  content: Content,
  patches: readonly CollectionTranslationPatch[],
): Content => {
  const problems = new Problems();
  for (const [index, { imageAlt }] of patches.entries())
    if (imageAlt != null && !content.image)
      problems.add(
        new NothingToTranslate("The collection has no image.", [
          "translations",
          String(index),
          "imageAlt",
        ]),
      );
  return {
    ...content,
    translations: translateFlat(RULES, content.translations, patches, problems),
  };
};

/**
 * The translations of a collection in their stored form: without texts of an image that it does not
 * have.
 * @throws Refused with InvalidLocaleTag, InvalidText, TooMany
 */
export const checkedCollectionTranslations = ({
  translations,
  image,
}: TranslatedContent): readonly CollectionTranslation[] =>
  checkedFlatTranslations(
    RULES,
    image ? translations : translations.map((one) => ({ ...one, imageAlt: null })),
  );

const RULES = {
  title: { ...TEXT_RULES.title, what: "The title of a collection", path: ["title"] },
  descriptionHtml: { ...TEXT_RULES.descriptionHtml, path: ["descriptionHtml"] },
  seoTitle: { ...TEXT_RULES.seoTitle, path: ["seo", "title"] },
  seoDescription: { ...TEXT_RULES.seoDescription, path: ["seo", "description"] },
  imageAlt: { ...TEXT_RULES.alt, path: ["imageAlt"] },
} as const;

export const collectionTextsByPath = (texts: {
  readonly [Name in CollectionTextField]: string | null;
}): ReadonlyMap<string, string> => flatTextsByPath(RULES, texts);

/** The texts of a collection in the language of the catalogue. */
export const originalCollectionTexts = ({
  title,
  descriptionHtml,
  seo,
  image,
}: {
  readonly title: string;
  readonly descriptionHtml: string;
  readonly seo: Seo;
  readonly image: Media | null;
}) => ({
  title,
  descriptionHtml,
  seoTitle: seo.title,
  seoDescription: seo.description,
  imageAlt: image?.alt ?? "",
});
