import type { PostalAddress } from "../postal-address.js";

export type AddressFieldName = Exclude<keyof PostalAddress, "country">;

export const ADDRESS_LABELS = [
  "FIRST_NAME",
  "LAST_NAME",
  "COMPANY",
  "LINE1",
  "LINE2",
  "CITY",
  "POST_TOWN",
  "SUBURB",
  "DISTRICT",
  "REGION",
  "STATE",
  "PROVINCE",
  "PREFECTURE",
  "COUNTY",
  "DEPARTMENT",
  "EMIRATE",
  "POSTAL_CODE",
  "POSTCODE",
  "ZIP_CODE",
  "PIN_CODE",
  "EIRCODE",
  "PHONE",
] as const;
/** What a field of an address is called in a country. */
export type AddressLabel = (typeof ADDRESS_LABELS)[number];

/** What a field of an address is called in a country. @param country ISO 3166-1 alpha-2 */
export const labelOf = (field: AddressFieldName, country: string): AddressLabel => {
  const own = OWN_LABELS[field]?.find(([, countries]) => countries.split(" ").includes(country));
  return own?.[0] ?? USUAL_LABELS[field];
};

const USUAL_LABELS: Readonly<Record<AddressFieldName, AddressLabel>> = {
  firstName: "FIRST_NAME",
  lastName: "LAST_NAME",
  company: "COMPANY",
  line1: "LINE1",
  line2: "LINE2",
  city: "CITY",
  region: "PROVINCE",
  postalCode: "POSTAL_CODE",
  phone: "PHONE",
};

type Own = readonly (readonly [AddressLabel, string])[];

const OWN_LABELS: Readonly<Partial<Record<AddressFieldName, Own>>> = {
  city: [
    ["POST_TOWN", "GB GG IM JE"],
    ["SUBURB", "AU"],
    ["DISTRICT", "HK TR"],
  ],
  region: [
    ["STATE", "AU BR IN MX MY NG US VE"],
    ["PREFECTURE", "JP"],
    ["COUNTY", "IE TW"],
    ["DEPARTMENT", "CO"],
    ["EMIRATE", "AE"],
    ["REGION", "CL EG PE RU"],
  ],
  postalCode: [
    ["ZIP_CODE", "AS FM GU MH MP PH PR PW UM US VI"],
    ["PIN_CODE", "IN"],
    ["EIRCODE", "IE"],
    ["POSTCODE", "AU GB GG IM JE NZ"],
  ],
};
