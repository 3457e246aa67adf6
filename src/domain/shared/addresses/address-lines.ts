import type { PostalAddress } from "../postal-address.js";
import { addressFormat, type AddressFormat } from "./address-format.js";

/**
 * An address as it is read on a letter: name and company, then the rest in the order of its country, without the
 * country. City, region and postal code stand on one line where they follow each other. At most 6 lines.
 */
export const addressLines = (address: PostalAddress): readonly string[] => {
  const { firstName, lastName, company } = address;
  const format = addressFormat(address.country);
  const own = format.fields.flatMap(({ name }) => (isWritten(name) ? [name] : []));
  const rows: string[][] = [[]];
  for (const name of new Set([...own, ...WRITTEN_FIELDS])) {
    const text = name === "region" ? regionOf(address, format) : address[name];
    if (!text) continue;
    if (OWN_LINE.has(name)) rows.push([text], []);
    else rows.at(-1)?.push(text);
  }
  return [[firstName, lastName], [company], ...rows].flatMap((row) => {
    const line = row.filter(Boolean).join(" ");
    return line === "" ? [] : [line];
  });
};

/** In the order of countries that name fewer: what an address has all the same comes last. */
const WRITTEN_FIELDS = ["line1", "line2", "city", "region", "postalCode"] as const;

type WrittenField = (typeof WRITTEN_FIELDS)[number];

const isWritten = (name: string): name is WrittenField =>
  WRITTEN_FIELDS.some((field) => field === name);

const OWN_LINE: ReadonlySet<WrittenField> = new Set(["line1", "line2"]);

/** Countries that write the code of a region and not its name. */
const WRITES_CODES: ReadonlySet<string> = new Set(["AU", "BR", "CA", "IT", "US"]);

/** In the letters that the rest of the address has. */
const regionOf = (
  { region, country, line1, city }: PostalAddress,
  { subdivisions }: AddressFormat,
): string | null => {
  const found = subdivisions.find(({ code }) => code === region);
  if (!found || WRITES_CODES.has(country)) return region;
  const isLatin = !/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(line1 + city);
  return isLatin ? found.name : (found.nativeName ?? found.name);
};
