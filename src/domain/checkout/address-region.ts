import { taxRegion } from "../pricing/pricing.js";
import { addressFormat, type Subdivision } from "../shared/addresses/address-format.js";
import { fold } from "../shared/text.js";

/**
 * The region of an address in its stored form: a code as `taxRegion` reads it, or the name of a region in the
 * table of the country, in Latin letters or in its own language, in any case and without accents too.
 * @throws InvalidRegion with the codes to choose from, where the table has regions of the country
 */
export const addressRegion = (raw: string | null, country: string): string | null => {
  const { subdivisions } = addressFormat(country.toUpperCase());
  if (raw === null || subdivisions.length === 0) return taxRegion(raw, country);
  const written = fold(raw);
  const named = subdivisions.filter((one) => namesOf(one).includes(written));
  // Where two regions have a name, only their codes tell them apart.
  if (named.length === 1 && named[0]) return named[0].code;
  return taxRegion(raw, country, ["region"], codesOf(subdivisions));
};

/** Whether an address names a region that its country does not have. A country without a table has any. */
export const isUnknownRegion = (region: string, country: string): boolean => {
  const { subdivisions } = addressFormat(country);
  return subdivisions.length > 0 && !codesOf(subdivisions).includes(region);
};

export const codesOf = (subdivisions: readonly Subdivision[]): readonly string[] =>
  subdivisions.map(({ code }) => code);

const namesOf = ({ name, nativeName }: Subdivision): readonly string[] =>
  [name, nativeName ?? name].map(fold);
