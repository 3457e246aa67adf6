import { countryCode } from "../shared/countries.js";
import { Problems } from "../shared/problems.js";
import { text } from "../shared/text.js";
import { TooMany } from "../shared/too-many.js";
import { InvalidLocation } from "./errors.js";

/** Where a location is. */
export interface LocationAddress {
  readonly line1: string;
  readonly line2: string | null;
  readonly city: string;
  /** The part of ISO 3166-2 after the hyphen: QC, NY. */
  readonly region: string | null;
  readonly postalCode: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

/** The editable content of a location. */
export interface LocationContent {
  /** The name for programs. Unique. It never changes. */
  readonly key: string;
  readonly name: string;
  readonly address: LocationAddress | null;
  /** Smaller ones serve first. */
  readonly priority: number;
  /** The ids of the markets that it serves; empty: all. */
  readonly marketIds: readonly string[];
  /** The countries that it sends to, ISO 3166-1 alpha-2; empty: all. */
  readonly countries: readonly string[];
}

export const LAST_PRIORITY = 1_000;
export const MAX_SERVED = 250;

const KEY = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;

/**
 * The content in its stored form.
 * @throws Refused with InvalidText, InvalidLocation, UnknownCountry, TooMany
 */
export const checkedLocation = (content: LocationContent): LocationContent => {
  const problems = new Problems();
  const { key, priority, marketIds } = content;
  if (!KEY.test(key))
    problems.add(
      new InvalidLocation("Use 1 to 64 lower-case letters, digits and hyphens.", ["key"]),
    );
  const name =
    problems.collect(
      () => text(content.name, { what: "The name of a location", min: 1, max: 255 }),
      "name",
    ) ?? content.name;
  if (!Number.isSafeInteger(priority) || priority < 0 || priority > LAST_PRIORITY)
    problems.add(
      new InvalidLocation(`Use a whole number from 0 to ${LAST_PRIORITY}.`, ["priority"]),
    );
  for (const [field, { length }] of [
    ["marketIds", marketIds] as const,
    ["countries", content.countries] as const,
  ])
    if (length > MAX_SERVED)
      problems.add(new TooMany(field, length, MAX_SERVED).prefixPath([field]));
  const countries = content.countries.flatMap(
    (country, index) =>
      problems.collect(() => countryCode(country), "countries", String(index)) ?? [],
  );
  const address = content.address && checkedAddress(content.address, problems);
  problems.throwIfAny();
  return {
    key,
    name,
    address,
    priority,
    marketIds: [...new Set(marketIds)],
    countries: [...new Set(countries)].toSorted(),
  };
};

const checkedAddress = (raw: LocationAddress, problems: Problems): LocationAddress => {
  const line = (field: keyof LocationAddress, what: string, min: 0 | 1, max = 255): string =>
    problems.collect(() => text(raw[field] ?? "", { what, min, max }), "address", field) ?? "";
  return {
    line1: line("line1", "The first line of an address", 1),
    line2: line("line2", "The second line of an address", 0) || null,
    city: line("city", "The city of an address", 1),
    region: line("region", "The region of an address", 0, 3).toUpperCase() || null,
    postalCode: line("postalCode", "The postal code of an address", 0, 32) || null,
    country: problems.collect(() => countryCode(raw.country), "address", "country") ?? raw.country,
  };
};
