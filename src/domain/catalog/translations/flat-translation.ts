import { localeTag } from "../../shared/locale-tag.js";
import { Problems } from "../../shared/problems.js";
import { text } from "../../shared/text.js";
import { RepeatedEntry } from "../../shared/repeated-entry.js";
import { checkTranslationSize } from "./check-translation-size.js";
import { applyTextPatch, type TextPatch } from "./text-patch.js";

/** The texts in one language of a record without nested texts. Null: not translated. */
export type FlatTranslation<Field extends string> = { readonly locale: string } & {
  readonly [Name in Field]: string | null;
};

/** Texts in one language as entered. */
export type FlatTranslationPatch<Field extends string> = { readonly locale: string } & {
  readonly [Name in Field]?: TextPatch;
};

/** The rules of each text, and its path in the input. */
export type FlatTextRules<Field extends string> = {
  readonly [Name in Field]: {
    readonly what: string;
    readonly max: number;
    readonly min?: number;
    readonly multiline?: boolean;
    readonly path: readonly string[];
  };
};

/**
 * Translations with patches applied, in their stored form, sorted by language tag.
 * @param problems errors that were found before and are thrown together with new ones
 * @throws Refused with InvalidLocaleTag, InvalidText, RepeatedEntry, TooMany, each with its path:
 * `translations.0.seo.title`
 */
export const translateFlat = <Field extends string>(
  rules: FlatTextRules<Field>,
  stored: readonly FlatTranslation<Field>[],
  patches: readonly FlatTranslationPatch<Field>[],
  problems = new Problems(),
): readonly FlatTranslation<Field>[] => {
  const translations = new Map(stored.map((one) => [one.locale, one]));
  const seen = new Set<string>();
  for (const [index, patch] of patches.entries()) {
    const path = ["translations", String(index)];
    const locale = problems.collect(() => localeTag(patch.locale), ...path);
    if (locale === undefined) continue;
    if (seen.size === seen.add(locale).size)
      problems.add(new RepeatedEntry(locale, [...path, "locale"]));
    const before = translations.get(locale);
    const patched = (field: Field): string | null =>
      applyTextPatch(patch[field], before?.[field] ?? null, (raw) =>
        problems.collect(() => text(raw, rules[field]), ...path, ...rules[field].path),
      );
    translations.set(locale, {
      locale,
      ...Object.fromEntries(fieldsOf(rules).map((field) => [field, patched(field)])),
    } as FlatTranslation<Field>);
  }
  const all = [...translations.values()]
    .filter((one) => flatTextsByPath(rules, one).size > 0)
    .toSorted((a, b) => (a.locale < b.locale ? -1 : 1));
  checkTranslationSize(
    all.map((one) => flatTextsByPath(rules, one)),
    problems,
  );
  problems.throwIfAny();
  return all;
};

/**
 * Translations in their stored form, sorted by language tag.
 * @throws Refused with InvalidLocaleTag, InvalidText, TooMany
 */
export const checkedFlatTranslations = <Field extends string>(
  rules: FlatTextRules<Field>,
  translations: readonly FlatTranslation<Field>[],
): readonly FlatTranslation<Field>[] =>
  translations.length === 0 ? [] : translateFlat(rules, [], translations);

/** The texts that are not empty, by path, such as `seo.title`. */
export const flatTextsByPath = <Field extends string>(
  rules: FlatTextRules<Field>,
  texts: { readonly [Name in Field]: string | null },
): ReadonlyMap<string, string> =>
  new Map(
    fieldsOf(rules).flatMap((field) => {
      const value = texts[field];
      return value === null || value === "" ? [] : [[rules[field].path.join("."), value] as const];
    }),
  );

const fieldsOf = <Field extends string>(rules: FlatTextRules<Field>): readonly Field[] =>
  Object.keys(rules) as Field[];
