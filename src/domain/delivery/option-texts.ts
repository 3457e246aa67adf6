import { RepeatedEntry } from "../catalog/catalog.js";
import { localeChain, localeTag } from "../shared/locale-tag.js";
import { Problems } from "../shared/problems.js";
import { text } from "../shared/text.js";
import { TooMany } from "../shared/too-many.js";

/** The texts of a delivery option that buyers read. */
export interface OptionTexts {
  readonly name: string;
  /** Empty: none. */
  readonly description: string;
}

/** The texts in another language. Null: not translated. */
export interface OptionTranslation {
  /** A BCP 47 tag. */
  readonly locale: string;
  readonly name: string | null;
  readonly description: string | null;
}

const MAX_LOCALES = 50;
const NAME = { what: "The name of a delivery option", min: 1, max: 255 } as const;
const DESCRIPTION = { what: "The description", max: 1_000, multiline: true } as const;

/** Texts in their stored form. @throws Refused with InvalidText */
export const checkedTexts = ({ name, description }: OptionTexts): OptionTexts => {
  const problems = new Problems();
  const checked = {
    name: problems.collect(() => text(name, NAME), "name") ?? name,
    description:
      problems.collect(() => text(description, DESCRIPTION), "description") ?? description,
  };
  problems.throwIfAny();
  return checked;
};

/**
 * Translations in their stored form, by language.
 * @throws Refused with InvalidLocaleTag, InvalidText, RepeatedEntry, TooMany
 */
export const checkedTranslations = (
  translations: readonly OptionTranslation[],
): readonly OptionTranslation[] => {
  const problems = new Problems();
  if (translations.length > MAX_LOCALES)
    problems.add(new TooMany("languages", translations.length, MAX_LOCALES));
  const seen = new Set<string>();
  const checked = translations.map(({ locale: raw, name, description }, index) => {
    const path = String(index);
    const locale = problems.collect(() => localeTag(raw, ["locale"]), path) ?? raw;
    if (seen.size === seen.add(locale).size)
      problems.add(new RepeatedEntry(locale, [path, "locale"]));
    return {
      locale,
      name: name && (problems.collect(() => text(name, NAME), path, "name") ?? name),
      description:
        description &&
        (problems.collect(() => text(description, DESCRIPTION), path, "description") ??
          description),
    };
  });
  problems.throwIfAny();
  return checked.toSorted((a, b) => (a.locale < b.locale ? -1 : 1));
};

/** The texts in a language, each in the nearest one that has it. @param locale null: the first one */
export const textsIn = (
  {
    name,
    description,
    translations,
  }: OptionTexts & {
    readonly translations: readonly OptionTranslation[];
  },
  locale: string | null,
): OptionTexts => {
  const nearest = (locale === null ? [] : localeChain(locale)).flatMap(
    (tag) => translations.find((one) => one.locale === tag) ?? [],
  );
  return {
    name: nearest.find((one) => one.name)?.name ?? name,
    description: nearest.find((one) => one.description)?.description ?? description,
  };
};
