import { LRUCache } from "lru-cache";
import { fractionDigits } from "../../domain/shared/currencies.js";
import type { Money } from "../../domain/shared/money.js";

export interface MailFormats {
  readonly money: (amount: Money) => string;
  /** The name of a country (ISO 3166-1 alpha-2). */
  readonly country: (code: string) => string;
  /** A day, in UTC. */
  readonly date: (at: Date) => string;
  /** A day and a minute, in UTC. */
  readonly time: (at: Date) => string;
}

// Formats are slow to make, and there is one for each language and country that was bought in.
const known = new LRUCache<string, MailFormats>({ max: 200 });

/** How amounts and dates are written in a language; amounts as in the country, where it is known. */
export const mailFormats = (language: string, country: string | null): MailFormats => {
  const key = `${language} ${country ?? ""}`;
  const found = known.get(key) ?? newFormats(language, country);
  known.set(key, found);
  return found;
};

const newFormats = (language: string, country: string | null): MailFormats => {
  const region = country !== null && /^[A-Z]{2}$/.test(country) ? { region: country } : {};
  const locale = new Intl.Locale(language, region);
  const currencies = new Map<string, Intl.NumberFormat>();
  const day = { dateStyle: "long", timeZone: "UTC" } as const;
  const countries = new Intl.DisplayNames(locale, { type: "region" });
  const dates = new Intl.DateTimeFormat(locale, day);
  const times = new Intl.DateTimeFormat(locale, { ...day, timeStyle: "short" });
  return {
    money: (amount) => {
      const { currency } = amount;
      const digits = fractionDigits(currency);
      const format =
        currencies.get(currency) ??
        new Intl.NumberFormat(locale, {
          style: "currency",
          currency,
          // Intl has digits of its own: none for HUF.
          minimumFractionDigits: digits,
          maximumFractionDigits: digits,
        });
      currencies.set(currency, format);
      // A text, because a float would round large amounts.
      return format.format(amount.toDecimal() as `${number}`);
    },
    country: (code) => countries.of(code) ?? code,
    date: (at) => dates.format(at),
    time: (at) => `${times.format(at)} UTC`,
  };
};
