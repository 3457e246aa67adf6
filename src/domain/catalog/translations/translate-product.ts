import { Problems } from "../../shared/domain-error.js";
import { localeTag } from "../../shared/locale.js";
import { text } from "../../shared/text.js";
import { GivenTwice, MediaNotFound } from "../errors.js";
import type { MetafieldName } from "../metafield.js";
import type { ProductContent } from "../product.js";
import { ambiguities, TEXT_RULES } from "./check-translations.js";
import { AmbiguousTranslation } from "./errors.js";
import { NO_TEXTS, textsByPlace, type ProductTexts } from "./product-texts.js";
import {
  placeOfOption,
  rewordedMetafield,
  rewordedOption,
  type AskedOptionTexts,
  type Given,
} from "./translate-parts.js";

/** What people write in one language. Left out means "as it is", null means "take it away". */
export interface AskedProductTexts {
  readonly locale: string;
  readonly title?: Given;
  readonly descriptionHtml?: Given;
  readonly seo?: { readonly title?: Given; readonly description?: Given } | null | undefined;
  readonly options?: readonly AskedOptionTexts[] | null | undefined;
  readonly metafields?: readonly (MetafieldName & { readonly value?: Given })[] | null | undefined;
  readonly media?: readonly { readonly id: string; readonly alt?: Given }[] | null | undefined;
}

/**
 * A product with texts in other languages.
 * @throws Refused with everything that is wrong, each with its place: `translations.0.options.1.values.2.translation`
 */
export const translateProduct = (
  content: ProductContent,
  asked: readonly AskedProductTexts[],
): ProductContent => {
  const problems = new Problems();
  const translations = new Map(content.translations.map((one) => [one.locale, one]));
  const places = new Map<string, number>();
  for (const [index, one] of asked.entries()) {
    const at = ["translations", String(index)];
    const locale = problems.attempt(() => localeTag(one.locale), ...at);
    if (locale === undefined) continue;
    if (places.has(locale)) problems.add(new GivenTwice(locale, [...at, "locale"]));
    places.set(locale, index);
    translations.set(locale, {
      locale,
      ...reworded(content, translations.get(locale) ?? NO_TEXTS, one, problems, at),
    });
  }
  const all = [...translations.values()].filter((one) => textsByPlace(one).size > 0);
  for (const { locale, shown, what, path } of ambiguities(content.options, all)) {
    const index = places.get(locale) ?? 0;
    problems.add(
      new AmbiguousTranslation(locale, shown, what, [
        "translations",
        String(index),
        ...placeOfOption(content, asked[index]?.options ?? [], path),
      ]),
    );
  }
  problems.throwIfAny();
  return { ...content, translations: all };
};

/** A product or collection without the texts in some languages. @throws Refused with InvalidLocaleTag */
export const untranslate = <
  Content extends { readonly translations: readonly { readonly locale: string }[] },
>(
  content: Content,
  locales: readonly string[],
): Content => {
  const doomed = new Set(checkedTags(locales));
  return {
    ...content,
    translations: content.translations.filter(({ locale }) => !doomed.has(locale)),
  };
};

/** @throws Refused with InvalidLocaleTag, each with its place: `locales.0` */
export const checkedTags = (locales: readonly string[]): readonly string[] => {
  const problems = new Problems();
  const tags = locales.flatMap(
    (one, index) => problems.attempt(() => localeTag(one, []), "locales", String(index)) ?? [],
  );
  problems.throwIfAny();
  return tags;
};

const reworded = (
  content: ProductContent,
  before: ProductTexts,
  asked: AskedProductTexts,
  problems: Problems,
  at: readonly string[],
): ProductTexts => {
  const word = (
    given: Given,
    stored: string | null,
    rule: keyof typeof TEXT_RULES,
    ...place: readonly string[]
  ): string | null => {
    if (given === undefined) return stored;
    return given === null
      ? null
      : (problems.attempt(() => text(given, TEXT_RULES[rule]), ...at, ...place) ?? stored) || null;
  };
  const seo = asked.seo === null ? { title: null, description: null } : asked.seo;
  return {
    title: word(asked.title, before.title, "title", "title"),
    descriptionHtml: word(
      asked.descriptionHtml,
      before.descriptionHtml,
      "descriptionHtml",
      "descriptionHtml",
    ),
    seoTitle: word(seo?.title, before.seoTitle, "seoTitle", "seo", "title"),
    seoDescription: word(
      seo?.description,
      before.seoDescription,
      "seoDescription",
      "seo",
      "description",
    ),
    options:
      asked.options === null
        ? []
        : (asked.options ?? []).reduce(
            (texts, one, index) =>
              rewordedOption(content, texts, one, problems, [...at, "options", String(index)]),
            before.options,
          ),
    metafields:
      asked.metafields === null
        ? []
        : (asked.metafields ?? []).reduce(
            (texts, one, index) =>
              rewordedMetafield(content, texts, one, problems, [
                ...at,
                "metafields",
                String(index),
              ]),
            before.metafields,
          ),
    media:
      asked.media === null
        ? []
        : (asked.media ?? []).reduce((texts, { id, alt }, index) => {
            const place = [...at, "media", String(index)];
            const image = content.media.find((one) => one.id === id);
            if (!image) problems.add(new MediaNotFound(id, [...place, "id"]));
            if (!image || alt === undefined) return texts;
            const clean =
              alt === null
                ? ""
                : (problems.attempt(() => text(alt, TEXT_RULES.alt), ...place, "alt") ?? "");
            return [
              ...texts.filter((one) => one.id !== image.id),
              ...(clean === "" ? [] : [{ id: image.id, alt: clean }]),
            ];
          }, before.media),
  };
};
