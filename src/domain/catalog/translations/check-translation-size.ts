import type { Problems } from "../../shared/problems.js";
import { TooMany } from "../../shared/too-many.js";

const MAX_LOCALES = 50;
// In all languages together, because the translations of a product are stored in one row.
const MAX_CHARACTERS = 2_000_000;

/**
 * Checks the number of languages and of characters.
 * @param translations the texts of each language
 * @param problems receives a TooMany for each limit that is exceeded
 */
export const checkTranslationSize = (
  translations: readonly ReadonlyMap<string, string>[],
  problems: Problems,
): void => {
  if (translations.length > MAX_LOCALES)
    problems.add(
      new TooMany("languages", translations.length, MAX_LOCALES).prefixPath(["translations"]),
    );
  const size = translations
    .flatMap((texts) => [...texts.values()])
    .reduce((sum, { length }) => sum + length, 0);
  if (size > MAX_CHARACTERS)
    problems.add(
      new TooMany("characters in all translations together", size, MAX_CHARACTERS).prefixPath([
        "translations",
      ]),
    );
};
