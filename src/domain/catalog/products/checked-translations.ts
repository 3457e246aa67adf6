import { localeTag } from "../../shared/locale-tag.js";
import { Problems } from "../../shared/problems.js";
import { text } from "../../shared/text.js";
import { isTranslatable, type MetafieldText } from "../metafields/metafield-text.js";
import { fullName, metafield } from "../metafields/metafield.js";
import { ambiguities } from "../options/ambiguities.js";
import { checkedOptionTexts } from "../options/checked-option-texts.js";
import { isDefault } from "../options/option.js";
import { checkTranslationSize } from "../translations/check-translation-size.js";
import { AmbiguousTranslation } from "../translations/errors.js";
import { TEXT_RULES } from "../translations/text-rules.js";
import type { ProductContent } from "./product-content.js";
import { textsByPath, type ProductTexts, type ProductTranslation } from "./product-texts.js";

type Originals = Pick<ProductContent, "options" | "metafields" | "media">;

/**
 * The translations of a product in their stored form: sorted by language tag, and without those of
 * options, values, metafields and images that it does not have.
 * @throws Refused with InvalidLocaleTag, InvalidText, InvalidMetafield, TooMany;
 * AmbiguousTranslation with the path of the option or value
 */
export const checkedTranslations = (
  content: Originals & Pick<ProductContent, "translations">,
): readonly ProductTranslation[] => {
  if (content.translations.length === 0) return [];
  const problems = new Problems();
  const clean = content.translations
    .map((one, index) => ({
      locale:
        problems.collect(() => localeTag(one.locale), "translations", String(index), "locale") ??
        one.locale,
      ...checkedTexts(one, content, problems, ["translations", String(index)]),
    }))
    .filter((one) => textsByPath(one).size > 0)
    .toSorted((a, b) => (a.locale < b.locale ? -1 : 1));
  checkTranslationSize(clean.map(textsByPath), problems);
  for (const { path, locale, text: repeated, what } of ambiguities(content.options, clean))
    problems.add(new AmbiguousTranslation(locale, repeated, what, ["options", ...path]));
  problems.throwIfAny();
  return clean;
};

const checkedTexts = (
  texts: ProductTexts,
  { options, metafields, media }: Originals,
  problems: Problems,
  path: readonly string[],
): ProductTexts => {
  const checked = (
    value: string | null,
    rule: keyof typeof TEXT_RULES,
    ...textPath: readonly string[]
  ): string | null =>
    value === null
      ? null
      : problems.collect(() => text(value, TEXT_RULES[rule]), ...path, ...textPath) || null;
  const images = new Set<string>(media.map(({ id }) => id));
  return {
    title: checked(texts.title, "title", "title"),
    descriptionHtml: checked(texts.descriptionHtml, "descriptionHtml", "descriptionHtml"),
    seoTitle: checked(texts.seoTitle, "seoTitle", "seo", "title"),
    seoDescription: checked(texts.seoDescription, "seoDescription", "seo", "description"),
    options: isDefault(options)
      ? []
      : options.flatMap((option) => checkedOptionTexts(option, texts.options, checked)),
    metafields: checkedMetafieldTexts(texts.metafields, metafields, problems, path),
    media: texts.media
      .filter(({ id }) => images.has(id))
      .flatMap(({ id, alt }, index) => {
        const clean = checked(alt, "alt", "media", String(index), "alt");
        return clean === null ? [] : [{ id, alt: clean }];
      }),
  };
};

const checkedMetafieldTexts = (
  texts: readonly MetafieldText[],
  metafields: Originals["metafields"],
  problems: Problems,
  path: readonly string[],
): readonly MetafieldText[] => {
  const originals = new Map(
    metafields.filter(isTranslatable).map((field) => [fullName(field), field]),
  );
  return texts.flatMap((field, index) => {
    const original = originals.get(fullName(field));
    const checked =
      original &&
      problems.collect(
        () => metafield({ ...original, value: field.value }),
        ...path,
        "metafields",
        String(index),
      );
    return checked
      ? [{ namespace: checked.namespace, key: checked.key, value: checked.value }]
      : [];
  });
};
