import { LRUCache } from "lru-cache";
import { localeTag } from "../../../domain/shared/locale-tag.js";
import type { MoneySource } from "./money-presenter.js";

/**
 * Writes an amount for people, with exactly the decimals that ISO 4217 gives its currency. A
 * language without a region is written as in `country` (ISO 3166-1): `de` in CH is `de-CH`.
 * @throws InvalidLocaleTag
 */
export const formatMoney = (
  { amount, currency, fractionDigits }: MoneySource,
  locale: string,
  country: string | null,
): string => {
  const key = `${locale} ${country ?? ""} ${currency}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(regional(locale, country), {
      style: "currency",
      currency,
      // Intl has digits of its own: none for HUF and IQD.
      minimumFractionDigits: fractionDigits,
      maximumFractionDigits: fractionDigits,
    });
    formats.set(key, format);
  }
  // A text, because a float would round large amounts.
  return format.format(amount as `${number}`);
};

/** How many formats are kept in memory: anybody may ask for any language. */
export const MAX_FORMATS = 200;
export const formats = new LRUCache<string, Intl.NumberFormat>({ max: MAX_FORMATS });

/** The locales to try in turn. Without the second, the machine's would follow. */
const regional = (locale: string, country: string | null): readonly string[] =>
  [localeTag(locale), "en"].map((one) => withRegion(new Intl.Locale(one), country));

const withRegion = (locale: Intl.Locale, country: string | null): string =>
  locale.region !== undefined || country === null
    ? locale.toString()
    : new Intl.Locale(locale, { region: country }).toString();
