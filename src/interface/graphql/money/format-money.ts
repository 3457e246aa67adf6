import { LRUCache } from "lru-cache";
import { DomainError } from "../../../domain/shared/domain-error.js";
import type { MoneySource } from "./money-presenter.js";

/**
 * Writes an amount for people, with exactly the decimals that ISO 4217 gives its currency. A
 * language without a region is written as in `country` (ISO 3166-1): `de` in CH is `de-CH`.
 * @throws InvalidLocale
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

const LANGUAGE_TAG = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/;

/** The locales to try in turn. Without the second, the machine's would follow. */
const regional = (locale: string, country: string | null): readonly string[] => {
  if (!LANGUAGE_TAG.test(locale)) throw new InvalidLocale(locale);
  return [locale, "en"].map((one) => withRegion(one, country));
};

const withRegion = (tag: string, country: string | null): string => {
  try {
    const locale = new Intl.Locale(tag);
    return locale.region !== undefined || country === null
      ? locale.toString()
      : new Intl.Locale(tag, { region: country }).toString();
  } catch {
    throw new InvalidLocale(tag);
  }
};

class InvalidLocale extends DomainError {
  readonly code = "INVALID_LOCALE";

  constructor(locale: string) {
    super(`"${locale.slice(0, 60)}" is not a BCP 47 language tag, such as "de" or "pt-BR".`);
  }
}
