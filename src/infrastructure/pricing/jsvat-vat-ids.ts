import { checkVAT, countries, unitedKingdom, type Country } from "jsvat";
import type { VatIds } from "../../application/pricing/ports/vat-ids.js";

/** Northern Ireland has the numbers of the United Kingdom with a prefix of its own since 2021. */
const NORTHERN_IRELAND: Country = {
  ...unitedKingdom,
  name: "Northern Ireland",
  codes: ["XI", "XIR", "826"],
  rules: {
    ...unitedKingdom.rules,
    regex: unitedKingdom.rules.regex.map(({ source }) => new RegExp(source.replace("GB", "XI"))),
  },
};

const BY_PREFIX: ReadonlyMap<string, Country> = new Map(
  [...countries, NORTHERN_IRELAND].map((country) => [
    country.codes[0] === "GR" ? "EL" : (country.codes[0] ?? ""),
    country,
  ]),
);

/** The longest VAT id has 16 characters. */
const MAX_LENGTH = 40;

export const jsvatVatIds: VatIds = {
  check: (raw) => {
    if (raw.length > MAX_LENGTH) return null;
    const value = raw.toUpperCase().replaceAll(/[\s.-]+/g, "");
    // Without a prefix a number could be that of several countries.
    const country = BY_PREFIX.get(value.slice(0, 2));
    return country && checkVAT(value, [country]).isValid ? value : null;
  },
};
