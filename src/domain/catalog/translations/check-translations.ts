import { Problems } from "../../shared/domain-error.js";
import { localeTag } from "../../shared/locale.js";
import { text } from "../../shared/text.js";
import { TooMany } from "../errors.js";
import { fullName, metafield } from "../metafield.js";
import { isDefault, type Option } from "../option.js";
import type { ProductContent } from "../product.js";
import { AmbiguousTranslation } from "./errors.js";
import {
  isWords,
  NO_TEXTS,
  textsByPlace,
  type OptionTexts,
  type ProductTexts,
  type ProductTranslation,
} from "./product-texts.js";
import { layersOf, shownOptions } from "./shown-texts.js";

export const MOST_LOCALES = 50;
/** In all languages together: a product is one row of the store. */
const MOST_CHARACTERS = 2_000_000;

/** What each text has to be like, in every language. */
export const TEXT_RULES = {
  title: { what: "The title", min: 1, max: 255 },
  descriptionHtml: { what: "The description", max: 500_000, multiline: true },
  seoTitle: { what: "The SEO title", max: 255 },
  seoDescription: { what: "The SEO description", max: 1_000 },
  optionName: { what: "The name of an option", min: 1, max: 255 },
  optionValue: { what: "A value of an option", min: 1, max: 255 },
  alt: { what: "The alternative text of an image", max: 512 },
} as const;

type Originals = Pick<ProductContent, "options" | "metafields" | "media" | "translations">;

/**
 * The translations of a product in their stored form: in order of their languages, and without those of options, values, custom fields
 * and images that are there no longer.
 * @throws Refused with InvalidLocaleTag, InvalidText, InvalidMetafield, TooMany; AmbiguousTranslation at the place of the option or value
 */
export const checkedTranslations = (content: Originals): readonly ProductTranslation[] => {
  if (content.translations.length === 0) return [];
  const problems = new Problems();
  const clean = content.translations
    .map((one, index) => ({
      locale:
        problems.attempt(() => localeTag(one.locale), "translations", String(index), "locale") ??
        one.locale,
      ...checkedTexts(one, content, problems, ["translations", String(index)]),
    }))
    .filter((one) => textsByPlace(one).size > 0)
    .toSorted((a, b) => (a.locale < b.locale ? -1 : 1));
  checkSize(clean.map(textsByPlace), problems);
  for (const { path, locale, shown, what } of ambiguities(content.options, clean))
    problems.add(new AmbiguousTranslation(locale, shown, what, ["options", ...path]));
  problems.throwIfAny();
  return clean;
};

/** @param translations the texts of each language @param problems take a TooMany where there are too many languages, or characters */
export const checkSize = (
  translations: readonly ReadonlyMap<string, string>[],
  problems: Problems,
): void => {
  if (translations.length > MOST_LOCALES)
    problems.add(
      new TooMany("languages", translations.length, MOST_LOCALES).within(["translations"]),
    );
  const size = translations
    .flatMap((texts) => [...texts.values()])
    .reduce((sum, { length }) => sum + length, 0);
  if (size > MOST_CHARACTERS)
    problems.add(
      new TooMany("characters in all translations together", size, MOST_CHARACTERS).within([
        "translations",
      ]),
    );
};

/** Texts by the rules of the originals; those of what is not there are left out. */
const checkedTexts = (
  texts: ProductTexts,
  { options, metafields, media }: Originals,
  problems: Problems,
  place: readonly string[],
): ProductTexts => {
  const rule = (
    value: string | null,
    name: keyof typeof TEXT_RULES,
    ...at: readonly string[]
  ): string | null =>
    value === null
      ? null
      : (problems.attempt(() => text(value, TEXT_RULES[name]), ...place, ...at) ?? null) || null;
  const types = new Map(metafields.filter(isWords).map((field) => [fullName(field), field]));
  const images = new Set<string>(media.map(({ id }) => id));
  return {
    ...NO_TEXTS,
    title: rule(texts.title, "title", "title"),
    descriptionHtml: rule(texts.descriptionHtml, "descriptionHtml", "descriptionHtml"),
    seoTitle: rule(texts.seoTitle, "seoTitle", "seo", "title"),
    seoDescription: rule(texts.seoDescription, "seoDescription", "seo", "description"),
    options: isDefault(options)
      ? []
      : options.flatMap((option) => checkedOption(option, texts.options, rule)),
    metafields: texts.metafields.flatMap((field, index) => {
      const original = types.get(fullName(field));
      const checked =
        original &&
        problems.attempt(
          () => metafield({ ...original, value: field.value }),
          ...place,
          "metafields",
          String(index),
        );
      return checked
        ? [{ namespace: checked.namespace, key: checked.key, value: checked.value }]
        : [];
    }),
    media: texts.media
      .filter(({ id }) => images.has(id))
      .flatMap(({ id, alt }, index) => {
        const clean = rule(alt, "alt", "media", String(index), "alt");
        return clean === null ? [] : [{ id, alt: clean }];
      }),
  };
};

const checkedOption = (
  { name, values }: Option,
  texts: readonly OptionTexts[],
  rule: (
    value: string | null,
    name: "optionName" | "optionValue",
    ...at: readonly string[]
  ) => string | null,
): readonly OptionTexts[] => {
  const found = texts.find((one) => one.name === name);
  if (!found) return [];
  const words = new Map(found.values.map(({ value, text: word }) => [value, word]));
  const kept = values.flatMap((value) => {
    const word = rule(words.get(value) ?? null, "optionValue", "options");
    return word === null ? [] : [{ value, text: word }];
  });
  const title = rule(found.text, "optionName", "options");
  return title === null && kept.length === 0 ? [] : [{ name, text: title, values: kept }];
};

export interface Ambiguity {
  readonly locale: string;
  readonly shown: string;
  readonly what: "options" | "values of an option";
  /** The option's place and, of a value, "values" with its place. */
  readonly path: readonly string[];
}

/** Options, and values of one option, that would read alike in a language that there are translations for. */
export const ambiguities = (
  options: readonly Option[],
  translations: readonly Pick<ProductTranslation, "locale" | "options">[],
): readonly Ambiguity[] =>
  translations.flatMap(({ locale }) => {
    const shown = shownOptions(
      options,
      layersOf(translations, locale).map((layer) => layer.options),
    );
    return [
      ...repeated(shown.map(({ name }) => name)).map(([name, at]): Ambiguity => ({
        locale,
        shown: name,
        what: "options",
        path: [String(at), "name"],
      })),
      ...shown.flatMap(({ values }, axis) =>
        repeated(values).map(([value, at]): Ambiguity => ({
          locale,
          shown: value,
          what: "values of an option",
          path: [String(axis), "values", String(at)],
        })),
      ),
    ];
  });

const repeated = (names: readonly string[]): readonly (readonly [string, number])[] => {
  const seen = new Set<string>();
  return names.flatMap((name, index) =>
    seen.size === seen.add(name).size ? [[name, index] as const] : [],
  );
};
