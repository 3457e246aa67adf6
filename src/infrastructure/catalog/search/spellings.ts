/** In which ways one thing is written in each language, and how often: tags as their products have them, options with their translations. */
export class Spellings {
  readonly #ways = new Map<string | null, Map<string, number>>();

  get isEmpty(): boolean {
    return this.#ways.size === 0;
  }

  /** @param locale null for the language of the catalogue */
  count(spelling: string, times: 1 | -1, locale: string | null): void {
    const ways = this.#ways.get(locale) ?? new Map<string, number>();
    const count = (ways.get(spelling) ?? 0) + times;
    if (count > 0) ways.set(spelling, count);
    else ways.delete(spelling);
    if (ways.size > 0) this.#ways.set(locale, ways);
    else this.#ways.delete(locale);
  }

  /** How most write it in the first of the languages that anybody writes it in. */
  mostFrequent(languages: readonly string[]): string | undefined {
    const ways =
      languages.map((locale) => this.#ways.get(locale)).find((known) => known !== undefined) ??
      this.#ways.get(null);
    if (ways === undefined || ways.size < 2) return ways?.keys().next().value;
    // Of equally frequent ways the first by letters, so that it does not depend on who came first.
    return [...ways].toSorted(
      ([a, times], [b, others]) => others - times || (a < b ? -1 : 1),
    )[0]?.[0];
  }
}
