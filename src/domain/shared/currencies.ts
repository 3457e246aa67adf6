import { DomainError } from "./domain-error.js";

/**
 * Active currencies of ISO 4217 (list one, 2026) by the number of digits after the decimal
 * separator.
 */
const BY_EXPONENT: Readonly<Record<number, string>> = {
  0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
  2: `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC
    CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD
    KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO
    NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL
    THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG`,
  3: "BHD IQD JOD KWD LYD OMR TND",
};

const EXPONENTS: ReadonlyMap<string, number> = new Map(
  Object.entries(BY_EXPONENT).flatMap(([exponent, codes]) =>
    codes.split(/\s+/).map((code) => [code, Number(exponent)] as const),
  ),
);

export const CURRENCIES: readonly string[] = [...EXPONENTS.keys()].toSorted();

/**
 * How many digits a currency has after the decimal separator: 0, 2 or 3 (ISO 4217).
 * @throws UnknownCurrency
 */
export const fractionDigits = (currency: string): number => {
  const digits = EXPONENTS.get(currency);
  if (digits === undefined) throw new UnknownCurrency(currency);
  return digits;
};

export class UnknownCurrency extends DomainError {
  readonly code = "UNKNOWN_CURRENCY";

  constructor(readonly currency: string) {
    super(`"${currency}" is not an ISO 4217 currency code, such as EUR, JPY or KWD.`);
  }
}
