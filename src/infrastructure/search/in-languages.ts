/** What there is in the first of these languages that has any. */
export const inLanguages = <Value>(
  byLanguage: { readonly get: (language: string) => Value | undefined },
  languages: readonly string[],
): Value | undefined =>
  languages.map((one) => byLanguage.get(one)).find((found) => found !== undefined);
