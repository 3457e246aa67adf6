import { Problems } from "../../shared/domain-error.js";
import { localeTag } from "../../shared/locale.js";
import { text } from "../../shared/text.js";
import { GivenTwice } from "../errors.js";
import { checkSize } from "./check-translations.js";
import type { Given } from "./translate-parts.js";

/** The texts of a thing without parts in one language; null for what nobody has translated. */
export type PlainTranslation<Field extends string> = { readonly locale: string } & {
  readonly [Name in Field]: string | null;
};

/** What each text of a kind of thing has to be like, and where people write it. */
export type PlainRules<Field extends string> = {
  readonly [Name in Field]: {
    readonly what: string;
    readonly max: number;
    readonly min?: number;
    readonly multiline?: boolean;
    readonly place: readonly string[];
  };
};

/** Texts in one language. Left out means "as it is", null means "take it away". */
export type AskedPlainTexts<Field extends string> = { readonly locale: string } & {
  readonly [Name in Field]?: Given;
};

const fieldsOf = <Field extends string>(rules: PlainRules<Field>): readonly Field[] =>
  Object.keys(rules) as Field[];

/** The texts of a thing by their place, such as `seo.title`. */
export const plainTextsByPlace = <Field extends string>(
  rules: PlainRules<Field>,
  texts: { readonly [Name in Field]: string | null },
): ReadonlyMap<string, string> =>
  new Map(
    fieldsOf(rules).flatMap((field) => {
      const word = texts[field];
      return word === null || word === "" ? [] : [[rules[field].place.join("."), word] as const];
    }),
  );

/** Translations in their stored form, in order of their languages. @throws Refused with InvalidLocaleTag, InvalidText, TooMany */
export const checkedPlain = <Field extends string>(
  rules: PlainRules<Field>,
  translations: readonly PlainTranslation<Field>[],
): readonly PlainTranslation<Field>[] => {
  if (translations.length === 0) return [];
  return reworded(rules, [], translations, new Problems());
};

/**
 * Translations with other texts.
 * @throws Refused with InvalidLocaleTag, InvalidText, GivenTwice, TooMany, each with its place: `translations.0.seo.title`
 */
export const translatePlain = <Field extends string>(
  rules: PlainRules<Field>,
  stored: readonly PlainTranslation<Field>[],
  asked: readonly AskedPlainTexts<Field>[],
  problems = new Problems(),
): readonly PlainTranslation<Field>[] => reworded(rules, stored, asked, problems);

const reworded = <Field extends string>(
  rules: PlainRules<Field>,
  stored: readonly PlainTranslation<Field>[],
  asked: readonly AskedPlainTexts<Field>[],
  problems: Problems,
): readonly PlainTranslation<Field>[] => {
  const translations = new Map(stored.map((one) => [one.locale, one]));
  const seen = new Set<string>();
  for (const [index, one] of asked.entries()) {
    const at = ["translations", String(index)];
    const locale = problems.attempt(() => localeTag(one.locale), ...at);
    if (locale === undefined) continue;
    if (seen.size === seen.add(locale).size)
      problems.add(new GivenTwice(locale, [...at, "locale"]));
    const before = translations.get(locale);
    const word = (field: Field): string | null => {
      const given: Given = one[field];
      if (given == null) return given === undefined ? (before?.[field] ?? null) : null;
      return (
        (problems.attempt(() => text(given, rules[field]), ...at, ...rules[field].place) ?? null) ||
        null
      );
    };
    translations.set(locale, {
      locale,
      ...Object.fromEntries(fieldsOf(rules).map((field) => [field, word(field)])),
    } as PlainTranslation<Field>);
  }
  const all = [...translations.values()]
    .filter((one) => plainTextsByPlace(rules, one).size > 0)
    .toSorted((a, b) => (a.locale < b.locale ? -1 : 1));
  checkSize(
    all.map((one) => plainTextsByPlace(rules, one)),
    problems,
  );
  problems.throwIfAny();
  return all;
};
