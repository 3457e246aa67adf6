import { inLanguages } from "./in-languages.js";

/** The spellings of one value in each language, and how many products use each. */
export class Spellings {
  readonly #byLocale = new Map<string | null, Map<string, number>>();

  get isEmpty(): boolean {
    return this.#byLocale.size === 0;
  }

  /** @param locale null for the language of the catalogue */
  count(spelling: string, times: 1 | -1, locale: string | null): void {
    const spellings = this.#byLocale.get(locale) ?? new Map<string, number>();
    const count = (spellings.get(spelling) ?? 0) + times;
    if (count > 0) spellings.set(spelling, count);
    else spellings.delete(spelling);
    if (spellings.size > 0) this.#byLocale.set(locale, spellings);
    else this.#byLocale.delete(locale);
  }

  /** The most frequent spelling in the first of the languages that has one. */
  mostFrequent(languages: readonly string[]): string | undefined {
    const spellings = inLanguages(this.#byLocale, languages) ?? this.#byLocale.get(null);
    if (spellings === undefined || spellings.size < 2) return spellings?.keys().next().value;
    // Equally frequent spellings in alphabetical order, so that the result does not depend on the
    // order of insertion.
    return [...spellings].toSorted(
      ([a, times], [b, others]) => others - times || (a < b ? -1 : 1),
    )[0]?.[0];
  }
}
