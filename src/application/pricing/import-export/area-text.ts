import type { TaxArea } from "../../../domain/pricing/tax/tax-zone.js";

/**
 * Areas as a text: `DE; CA-QC; ES: 35000..35999, 38*`. A country or a region of it, and after a
 * colon the descriptions of postal codes; areas are separated by semicolons.
 */
export const areaText = (areas: readonly TaxArea[]): string =>
  areas
    .map(
      ({ country, region, postalCodes }) =>
        `${country}${region === null ? "" : `-${region}`}${postalCodes.length > 0 ? `: ${postalCodes.join(", ")}` : ""}`,
    )
    .join("; ");

/** The areas of a text; they are checked by the zone that gets them. */
export const areasOfText = (text: string): readonly TaxArea[] =>
  parts(text, ";").map((part) => {
    const [place = "", codes = ""] = split(part, ":");
    const [country = "", region = ""] = split(place, "-");
    return {
      country: country.toUpperCase(),
      region: region === "" ? null : region.toUpperCase(),
      postalCodes: parts(codes, ","),
    };
  });

const parts = (text: string, separator: string): readonly string[] =>
  text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== "");

/** What is before and after the first separator. */
const split = (text: string, separator: string): readonly string[] => {
  const index = text.indexOf(separator);
  return index < 0
    ? [text.trim()]
    : [text.slice(0, index).trim(), text.slice(index + separator.length).trim()];
};
