import { localeTag } from "../../shared/locale-tag.js";
import { Problems } from "../../shared/problems.js";

/**
 * Content without the translations in some languages.
 * @throws Refused with InvalidLocaleTag, each with its path: `locales.0`
 */
export const removeTranslations = <
  Content extends { readonly translations: readonly { readonly locale: string }[] },
>(
  content: Content,
  locales: readonly string[],
): Content => {
  const removed = new Set(checkedLocales(locales));
  return {
    ...content,
    translations: content.translations.filter(({ locale }) => !removed.has(locale)),
  };
};

/**
 * Language tags in canonical form.
 * @throws Refused with InvalidLocaleTag, each with its path: `locales.0`
 */
export const checkedLocales = (locales: readonly string[]): readonly string[] => {
  const problems = new Problems();
  const tags = locales.flatMap(
    (one, index) => problems.collect(() => localeTag(one, []), "locales", String(index)) ?? [],
  );
  problems.throwIfAny();
  return tags;
};
