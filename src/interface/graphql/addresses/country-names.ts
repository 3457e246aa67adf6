import { LRUCache } from "lru-cache";
import { COUNTRIES } from "../../../domain/shared/countries.js";

export interface CountryName {
  readonly code: string;
  readonly name: string;
}

/** All countries with their names in a language, by name. @param locale a BCP 47 tag */
export const countryNames = (locale: string): readonly CountryName[] => {
  let names = known.get(locale);
  if (!names) {
    const display = new Intl.DisplayNames([locale, "en"], { type: "region" });
    const { compare } = new Intl.Collator([locale, "en"]);
    names = [...COUNTRIES]
      .map((code) => ({ code, name: display.of(code) ?? code }))
      .toSorted((one, other) => compare(one.name, other.name));
    known.set(locale, names);
  }
  return names;
};

/** The name of a country in a language. @param locale a BCP 47 tag */
export const countryName = (country: string, locale: string): string =>
  countryNames(locale).find(({ code }) => code === country)?.name ?? country;

const known = new LRUCache<string, readonly CountryName[]>({ max: 50 });
