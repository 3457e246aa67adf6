/** How an address is written in a country, as far as it differs. The API does not say it. */
export interface AddressFormat {
  readonly postalCode: "postalCode" | "zip" | null;
  /** Whether the postcode comes after the city. */
  readonly isCityFirst: boolean;
  readonly region: "state" | "province" | "regionName" | null;
  /** The codes to choose from, after the hyphen in ISO 3166-2. Empty: a field for text. */
  readonly regions: readonly string[];
}

const USUAL: AddressFormat = {
  postalCode: "postalCode",
  isCityFirst: false,
  region: null,
  regions: [],
};
const CITY_FIRST = { ...USUAL, isCityFirst: true };

const words = (text: string): readonly string[] => text.split(" ");

const FORMATS: Readonly<Record<string, Partial<AddressFormat>>> = {
  US: {
    postalCode: "zip",
    isCityFirst: true,
    region: "state",
    regions: words(
      "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY",
    ),
  },
  CA: {
    isCityFirst: true,
    region: "province",
    regions: words("AB BC MB NB NL NS NT NU ON PE QC SK YT"),
  },
  AU: {
    isCityFirst: true,
    region: "state",
    regions: words("ACT NSW NT QLD SA TAS VIC WA"),
  },
  BR: {
    isCityFirst: true,
    region: "state",
    regions: words(
      "AC AL AP AM BA CE DF ES GO MA MT MS MG PA PB PR PE PI RJ RN RS RO RR SC SP SE TO",
    ),
  },
  GB: CITY_FIRST,
  NZ: CITY_FIRST,
  SG: CITY_FIRST,
  ZA: CITY_FIRST,
  IE: CITY_FIRST,
  AE: { postalCode: null },
  HK: { postalCode: null },
  QA: { postalCode: null },
};

export const addressFormat = (country: string): AddressFormat => ({
  ...USUAL,
  ...FORMATS[country],
});
