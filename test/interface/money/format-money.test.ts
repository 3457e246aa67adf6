import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { CURRENCIES, fractionDigits } from "../../../src/domain/shared/currencies.js";
import { InvalidLocaleTag, localeTag } from "../../../src/domain/shared/locale-tag.js";
import { Money } from "../../../src/domain/shared/money.js";
import {
  formatMoney,
  formats,
  MAX_FORMATS,
} from "../../../src/interface/graphql/money/format-money.js";
import { presentMoney } from "../../../src/interface/graphql/money/money-presenter.js";

/** Languages of many scripts, digits, separators and places of the sign. */
const LOCALES =
  "af am ar ar-AE ar-EG ar-SA as az be bg bn bn-IN bs-Cyrl ca ca-ES-valencia ckb cs cy da de de-AT de-CH de-LI dz el en en-CH en-IN en-ZA es es-419 es-CR es-MX et eu fa fa-AF ff-Adlm fi fr fr-CA fr-CH ga gl gsw gu he hi hr hu hy id is it it-CH ja ka kk km kn ko ks lo lt lv mk ml mn mni mr ms-BN mt my nb ne nl nl-BE nn or pa pa-Arab pl ps pt pt-AO pt-CV pt-PT rm ro ru sa sat sd si sk sl sq sr sr-Latn sv sw ta te th ti tk tr uk und ur ur-IN uz uz-Arab vi zh zh-Hant zu tlh".split(
    " ",
  );
const AMOUNTS = [
  0,
  1,
  -1,
  7,
  99,
  1_005,
  129_050,
  -129_050,
  1_290_500,
  123_456_789,
  Number.MAX_SAFE_INTEGER,
  Number.MIN_SAFE_INTEGER,
];

const formatted = (minorUnits: number, currency: string, locale: string, country?: string) =>
  formatMoney(presentMoney(Money.of(minorUnits, currency)), locale, country ?? null);
/** With plain spaces, to be compared with what can be read. */
const plain = (...of: Parameters<typeof formatted>) =>
  formatted(...of).replaceAll(/[\u00A0\u202F]/g, " ");

describe("a formatted amount", () => {
  beforeEach(() => formats.clear());

  test("has the digits of its amount, in every currency and language", () => {
    const wrong: string[] = [];
    for (const locale of LOCALES) {
      const read = reader(locale);
      for (const currency of CURRENCIES)
        for (const minorUnits of AMOUNTS) {
          const text = formatted(minorUnits, currency, locale);
          const amount = Money.of(minorUnits, currency).toDecimal();
          if (read(text, fractionDigits(currency)) !== amount)
            wrong.push(`${locale} ${amount} ${currency}: ${text}`);
        }
    }

    expect(wrong).toEqual([]);
  });

  test("has the digits of its amount, whatever the amount", () => {
    const read = reader("ar-EG");
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom(...CURRENCIES), (minorUnits, currency) => {
        expect(read(formatted(minorUnits, currency, "ar-EG"), fractionDigits(currency))).toBe(
          Money.of(minorUnits, currency).toDecimal(),
        );
      }),
    );
  });

  test("keeps the decimals that Intl leaves out", () => {
    expect(plain(129_050, "HUF", "en")).toBe("HUF 1,290.50");
    expect(plain(1_290_500, "IQD", "en")).toBe("IQD 1,290.500");
    expect(plain(129_050, "HUF", "hu")).toBe("1290,50 Ft");
    expect(plain(1290, "JPY", "ja")).toBe("￥1,290");
  });

  test("is written as in the country of the market, when its language names no region", () => {
    expect(plain(2190, "CHF", "de", "CH")).toBe("CHF 21.90");
    expect(plain(2190, "CHF", "de")).toBe("21,90 CHF");
    expect(plain(2190, "CHF", "de-DE", "CH")).toBe("21,90 CHF");
    expect(plain(2190, "CHF", "it", "CH")).toBe("CHF 21.90");
    expect(plain(123_450, "EUR", "DE", "AT")).toBe("€ 1.234,50");
    expect(plain(123_450, "TWD", "zh-Hant", "TW")).toBe("$1,234.50");
    expect(plain(123_450, "USD", "es-419", "ES")).toBe("USD 1,234.50");
  });

  test("is written in every language that a market can have", () => {
    const longest = "sl-Latn-IT-1994-biske-rozaj";

    expect(localeTag(longest)).toBe(longest);
    expect(plain(123_450, "EUR", longest)).toBe(plain(123_450, "EUR", "sl-IT"));
    for (const wrong of ["de-x", `de${"-aaaaa".repeat(6)}`, "d", "de_AT", "de-u-nu-arab", ""])
      expect(() => formatted(1, "EUR", wrong)).toThrow(InvalidLocaleTag);
    expect(formats.size).toBe(2);
  });

  test("is English where nobody has described the language, whatever the machine's", () => {
    expect(plain(123_450, "EUR", "tlh")).toBe("€1,234.50");
    expect(plain(123_450, "EUR", "tlh", "AT")).toBe("€ 1.234,50");
  });

  test("has one sign, and zero none", () => {
    expect(formatted(-1, "EUR", "en")).toBe("-€0.01");
    expect(formatted(-0, "EUR", "en")).toBe("€0.00");
    expect(presentMoney(Money.of(0, "EUR").times(-1)).amount).toBe("0.00");
  });

  test("cannot be of more minor units than a number holds exactly", () => {
    expect(() => Money.of(Number.MAX_SAFE_INTEGER, "EUR").plus(Money.of(1, "EUR"))).toThrow(
      RangeError,
    );
    expect(formatted(Number.MAX_SAFE_INTEGER, "EUR", "en")).toBe("€90,071,992,547,409.91");
  });

  test("leaves a bounded number of formats in memory", () => {
    for (const locale of LOCALES)
      for (const currency of CURRENCIES.slice(0, 10)) formatted(1, currency, locale);

    expect(LOCALES.length * 10).toBeGreaterThan(MAX_FORMATS);
    expect(formats.size).toBe(MAX_FORMATS);
  });
});

/** Reads a text in the digits of a language back into a decimal. */
const reader = (locale: string): ((text: string, decimals: number) => string) => {
  const digits = new Map(
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => [
      new Intl.NumberFormat([locale, "en"]).format(digit),
      String(digit),
    ]),
  );
  return (text, decimals) => {
    const characters = [...text];
    const isDigit = (character: string) => digits.has(character);
    const number = characters.slice(
      characters.findIndex(isDigit),
      characters.findLastIndex(isDigit) + 1,
    );
    const groups = number
      .map((character) => digits.get(character) ?? " ")
      .join("")
      .split(" ");
    const fraction = decimals > 0 ? groups.pop() : undefined;
    const separator = number[number.length - decimals - 1] ?? "";
    // A group is no fraction: the separator of the decimals is nowhere else.
    if (fraction !== undefined && number.filter((one) => one === separator).length !== 1)
      return text;
    const sign = /[-\u2212]/u.test(text) ? "-" : "";
    return sign + [groups.join(""), ...(fraction === undefined ? [] : [fraction])].join(".");
  };
};
