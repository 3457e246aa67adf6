import { keysOf } from "./keys-of.js";
import { localeChain, localeTag } from "./locale-tag.js";
import { Problems } from "./problems.js";
import { RepeatedEntry } from "./repeated-entry.js";
import { text, type TextRule } from "./text.js";
import { TooMany } from "./too-many.js";

type Texts<Field extends string> = Readonly<Record<Field, string>>;

/** The texts in another language. Null: not translated. */
type Translation<Field extends string> = Readonly<Record<Field, string | null>> & {
  /** A BCP 47 tag. */
  readonly locale: string;
};

const MAX_LOCALES = 50;

/** The texts of something that buyers read, with translations. @param rules one for each text */
export const translatedTexts = <Field extends string>(rules: Readonly<Record<Field, TextRule>>) => {
  const fields = keysOf(rules);
  const each = <Value>(valueOf: (field: Field) => Value) =>
    Object.fromEntries(fields.map((field) => [field, valueOf(field)])) as Record<Field, Value>;

  return {
    /** Texts in their stored form. @throws Refused with InvalidText */
    checkedTexts: (texts: Texts<Field>): Texts<Field> => {
      const problems = new Problems();
      const checked = each(
        (field) => problems.collect(() => text(texts[field], rules[field]), field) ?? texts[field],
      );
      problems.throwIfAny();
      return checked;
    },

    /**
     * Translations in their stored form, by language.
     * @throws Refused with InvalidLocaleTag, InvalidText, RepeatedEntry, TooMany
     */
    checkedTranslations: (
      translations: readonly Translation<Field>[],
    ): readonly Translation<Field>[] => {
      const problems = new Problems();
      if (translations.length > MAX_LOCALES)
        problems.add(new TooMany("languages", translations.length, MAX_LOCALES));
      const seen = new Set<string>();
      const checked = translations.map((translation, index) => {
        const path = String(index);
        const raw = translation.locale;
        const locale = problems.collect(() => localeTag(raw, ["locale"]), path) ?? raw;
        if (seen.size === seen.add(locale).size)
          problems.add(new RepeatedEntry(locale, [path, "locale"]));
        const texts = each((field): string | null => {
          const value: string | null = translation[field];
          return value && (problems.collect(() => text(value, rules[field]), path, field) ?? value);
        });
        return { ...texts, locale };
      });
      problems.throwIfAny();
      return checked.toSorted((a, b) => (a.locale < b.locale ? -1 : 1));
    },

    /** The texts in a language, each in the nearest one that has it. @param locale null: the first one */
    textsIn: (
      content: Texts<Field> & { readonly translations: readonly Translation<Field>[] },
      locale: string | null,
    ): Texts<Field> => {
      const nearest = (locale === null ? [] : localeChain(locale)).flatMap(
        (tag) => content.translations.find((one) => one.locale === tag) ?? [],
      );
      return each((field) => nearest.find((one) => one[field])?.[field] ?? content[field]);
    },
  };
};
