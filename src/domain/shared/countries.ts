import { DomainError } from "./domain-error.js";
import { fold } from "./text.js";

/** The country codes of ISO 3166-1 alpha-2 (2026). */
export const COUNTRIES: ReadonlySet<string> = new Set(
  `AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS
  BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE
  EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM
  HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC
  LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA
  NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW
  SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO
  TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW`.split(/\s+/),
);

export class UnknownCountry extends DomainError {
  readonly code = "UNKNOWN_COUNTRY";

  constructor(readonly country: string) {
    super(`"${country.slice(0, 20)}" is not an ISO 3166-1 country code, such as DE, CH or JP.`);
  }
}

/** The code in its stored form. @throws UnknownCountry */
export const countryCode = (raw: string): string => {
  const code = raw.toUpperCase();
  if (!COUNTRIES.has(code)) throw new UnknownCountry(raw);
  return code;
};

/** The code of a country that is written as its code or as its English name; null for others. */
export const findCountry = (written: string): string | null => {
  const code = written.trim().toUpperCase();
  return COUNTRIES.has(code) ? code : (byName().get(fold(written.trim())) ?? null);
};

// Most processes never look a name up, and working out all of them takes a while.
let names: ReadonlyMap<string, string> | null = null;
const byName = (): ReadonlyMap<string, string> => {
  if (names) return names;
  const english = new Intl.DisplayNames("en", { type: "region" });
  names = new Map([
    ...[...COUNTRIES].map((code) => [fold(english.of(code) ?? code), code] as const),
    ["uk", "GB"],
    ["usa", "US"],
  ]);
  return names;
};
