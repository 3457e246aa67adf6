import { Problems } from "../../shared/domain-error.js";
import type { CollectionContent } from "../collection.js";
import { TEXT_RULES } from "./check-translations.js";
import { NothingToTranslate } from "./errors.js";
import {
  checkedPlain,
  plainTextsByPlace,
  translatePlain,
  type AskedPlainTexts,
  type PlainTranslation,
} from "./plain-texts.js";

export type CollectionTextField =
  "title" | "descriptionHtml" | "seoTitle" | "seoDescription" | "imageAlt";
/** The texts of a collection in one language. */
export type CollectionTranslation = PlainTranslation<CollectionTextField>;
export type AskedCollectionTexts = AskedPlainTexts<CollectionTextField>;

const RULES = {
  title: { ...TEXT_RULES.title, what: "The title of a collection", place: ["title"] },
  descriptionHtml: { ...TEXT_RULES.descriptionHtml, place: ["descriptionHtml"] },
  seoTitle: { ...TEXT_RULES.seoTitle, place: ["seo", "title"] },
  seoDescription: { ...TEXT_RULES.seoDescription, place: ["seo", "description"] },
  imageAlt: { ...TEXT_RULES.alt, place: ["imageAlt"] },
} as const;

export const collectionTexts = (texts: {
  readonly [Name in CollectionTextField]: string | null;
}): ReadonlyMap<string, string> => plainTextsByPlace(RULES, texts);

export const originalCollectionTexts = ({
  title,
  descriptionHtml,
  seo,
  image,
}: Pick<CollectionContent, "title" | "descriptionHtml" | "seo" | "image">) => ({
  title,
  descriptionHtml,
  seoTitle: seo.title,
  seoDescription: seo.description,
  imageAlt: image?.alt ?? "",
});

/** The translations of a collection in their stored form; the text of an image goes with it. @throws Refused with InvalidLocaleTag, InvalidText, TooMany */
export const checkedCollectionTranslations = ({
  translations,
  image,
}: Pick<CollectionContent, "translations" | "image">): readonly CollectionTranslation[] =>
  checkedPlain(
    RULES,
    image ? translations : translations.map((one) => ({ ...one, imageAlt: null })),
  );

/** A collection with texts in other languages. @throws Refused with InvalidLocaleTag, InvalidText, GivenTwice, TooMany, NothingToTranslate */
export const translateCollection = <
  Content extends Pick<CollectionContent, "translations" | "image">,
>(
  content: Content,
  asked: readonly AskedCollectionTexts[],
): Content => {
  const problems = new Problems();
  for (const [index, { imageAlt }] of asked.entries())
    if (imageAlt != null && !content.image)
      problems.add(
        new NothingToTranslate("The collection has no image.", [
          "translations",
          String(index),
          "imageAlt",
        ]),
      );
  return { ...content, translations: translatePlain(RULES, content.translations, asked, problems) };
};
