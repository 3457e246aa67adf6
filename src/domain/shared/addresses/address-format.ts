import { ADDRESS_LAYOUTS } from "./address-layouts.js";
import { labelOf, type AddressFieldName, type AddressLabel } from "./address-labels.js";
import { SUBDIVISIONS } from "./subdivisions.js";

/** How the addresses of a country are written. */
export interface AddressFormat {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** In the order of a form. */
  readonly fields: readonly AddressField[];
  /** The whole of a postal code in capital letters, as a regular expression; null: any. */
  readonly postalCodePattern: string | null;
  readonly postalCodeExample: string | null;
  /** What `region` is one of; empty where addresses name none. */
  readonly subdivisions: readonly Subdivision[];
}

export interface AddressField {
  readonly name: AddressFieldName;
  readonly label: AddressLabel;
  readonly isRequired: boolean;
}

export interface Subdivision {
  /** The part of ISO 3166-2 after the hyphen. */
  readonly code: string;
  readonly name: string;
  /** In the language of the country, where that has another script or other words. */
  readonly nativeName: string | null;
}

interface Layout {
  readonly parts: string;
  readonly pattern: string | null;
  readonly example: string | null;
}

/** Of countries that are not in the table: everything, and only the street and the city required. */
const USUAL: Layout = { parts: "ACz", pattern: null, example: null };

const PARTS: Readonly<Record<string, readonly AddressFieldName[]>> = {
  A: ["line1", "line2"],
  C: ["city"],
  S: ["region"],
  Z: ["postalCode"],
};

/** @param country ISO 3166-1 alpha-2, in capital letters */
export const addressFormat = (country: string): AddressFormat => {
  const { parts, pattern, example } = layouts.get(country) ?? USUAL;
  const field = (name: AddressFieldName, isRequired: boolean): AddressField => ({
    name,
    label: labelOf(name, country),
    isRequired,
  });
  return {
    country,
    fields: [
      field("firstName", false),
      field("lastName", true),
      field("company", false),
      ...[...parts].flatMap((part) =>
        (PARTS[part.toUpperCase()] ?? []).map((name) =>
          field(name, name !== "line2" && part === part.toUpperCase()),
        ),
      ),
      field("phone", false),
    ],
    postalCodePattern: pattern,
    postalCodeExample: example,
    subdivisions: subdivisionsOf(country),
  };
};

const subdivisionsOf = (country: string): readonly Subdivision[] =>
  (SUBDIVISIONS[country]?.split("|") ?? []).map((entry) => {
    const [code = "", name = "", nativeName = null] = entry.trim().split("=");
    return { code, name, nativeName };
  });

const readLayouts = (): ReadonlyMap<string, Layout> =>
  new Map(
    ADDRESS_LAYOUTS.trim()
      .split("\n")
      .flatMap((line) => {
        const [parts = "", pattern = "", ...countries] = line.split(" ");
        return countries.map((entry): readonly [string, Layout] => {
          const [country = "", example = null] = entry.split(":");
          return [
            country,
            {
              parts,
              pattern: pattern === "-" ? null : pattern,
              example: example?.replaceAll("_", " ") ?? null,
            },
          ];
        });
      }),
  );

const layouts = readLayouts();
