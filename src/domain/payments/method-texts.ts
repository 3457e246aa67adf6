import { RepeatedEntry } from "../catalog/catalog.js";
import { localeChain, localeTag } from "../shared/locale-tag.js";
import { Problems } from "../shared/problems.js";
import { text } from "../shared/text.js";
import { TooMany } from "../shared/too-many.js";

/** The texts of a payment method that buyers read. */
export interface MethodTexts {
  readonly name: string;
  /** What the buyer has to do, such as where to transfer the money to. Empty: nothing. */
  readonly instructions: string;
}

/** The texts in another language. Null: not translated. */
export interface MethodTranslation {
  /** A BCP 47 tag. */
  readonly locale: string;
  readonly name: string | null;
  readonly instructions: string | null;
}

const MAX_LOCALES = 50;
const NAME = { what: "The name of a payment method", min: 1, max: 255 } as const;
const INSTRUCTIONS = { what: "The instructions", max: 2_000, multiline: true } as const;

/** Texts in their stored form. @throws Refused with InvalidText */
export const checkedMethodTexts = ({ name, instructions }: MethodTexts): MethodTexts => {
  const problems = new Problems();
  const checked = {
    name: problems.collect(() => text(name, NAME), "name") ?? name,
    instructions:
      problems.collect(() => text(instructions, INSTRUCTIONS), "instructions") ?? instructions,
  };
  problems.throwIfAny();
  return checked;
};

/**
 * Translations in their stored form, by language.
 * @throws Refused with InvalidLocaleTag, InvalidText, RepeatedEntry, TooMany
 */
export const checkedMethodTranslations = (
  translations: readonly MethodTranslation[],
): readonly MethodTranslation[] => {
  const problems = new Problems();
  if (translations.length > MAX_LOCALES)
    problems.add(new TooMany("languages", translations.length, MAX_LOCALES));
  const seen = new Set<string>();
  const checked = translations.map(({ locale: raw, name, instructions }, index) => {
    const path = String(index);
    const locale = problems.collect(() => localeTag(raw, ["locale"]), path) ?? raw;
    if (seen.size === seen.add(locale).size)
      problems.add(new RepeatedEntry(locale, [path, "locale"]));
    const checkedText = (value: string | null, field: "name" | "instructions") =>
      value &&
      (problems.collect(() => text(value, field === "name" ? NAME : INSTRUCTIONS), path, field) ??
        value);
    return {
      locale,
      name: checkedText(name, "name"),
      instructions: checkedText(instructions, "instructions"),
    };
  });
  problems.throwIfAny();
  return checked.toSorted((a, b) => (a.locale < b.locale ? -1 : 1));
};

/** The texts in a language, each in the nearest one that has it. @param locale null: the first one */
export const methodTextsIn = (
  {
    name,
    instructions,
    translations,
  }: MethodTexts & { readonly translations: readonly MethodTranslation[] },
  locale: string | null,
): MethodTexts => {
  const nearest = (locale === null ? [] : localeChain(locale)).flatMap(
    (tag) => translations.find((one) => one.locale === tag) ?? [],
  );
  return {
    name: nearest.find((one) => one.name)?.name ?? name,
    instructions: nearest.find((one) => one.instructions)?.instructions ?? instructions,
  };
};
