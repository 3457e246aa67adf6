import { countryCode } from "./countries.js";
import type { DomainError } from "./domain-error.js";
import { matchesPostalCodes, overlapInCodes, postalCodes } from "./postal-codes.js";
import { Problems } from "./problems.js";

/** Where a buyer is, as far as zones depend on it. */
export interface ZoneAddress {
  /** ISO 3166-1. */
  readonly country: string;
  /** The part of ISO 3166-2 after the hyphen: QC, NY. */
  readonly region: string | null;
  readonly postalCode: string | null;
}

/** A country, or a region or postal codes in it. */
export interface Area {
  readonly country: string;
  readonly region: string | null;
  /** Descriptions of postal codes; empty: all. */
  readonly postalCodes: readonly string[];
}

interface Zone {
  readonly key: string;
  readonly areas: readonly Area[];
}

/** The zone of an address: the one with the narrowest area around it. */
export const zoneAround = <One extends Pick<Zone, "areas">>(
  zones: readonly One[],
  address: ZoneAddress,
): One | null => {
  let [found, narrowest] = [null as One | null, -1];
  for (const zone of zones)
    for (const area of zone.areas)
      if (narrowness(area) > narrowest && contains(area, address))
        [found, narrowest] = [zone, narrowness(area)];
  return found;
};

const contains = (area: Area, { country, region, postalCode }: ZoneAddress): boolean =>
  area.country === country &&
  (area.region === null || area.region === region) &&
  (area.postalCodes.length === 0 ||
    (postalCode !== null &&
      area.postalCodes.some((pattern) => matchesPostalCodes(pattern, postalCode))));

/** Postal codes are narrower than a region, and those of a region are narrower still. */
const narrowness = ({ region, postalCodes: codes }: Area): number =>
  (codes.length > 0 ? 2 : 0) + (region === null ? 0 : 1);

/**
 * The areas of a zone in their stored form.
 * @param withoutCountry the error of a zone without areas, or with an area without a country
 * @throws Refused with that error, UnknownCountry, InvalidPostalCodes
 */
export const checkedAreas = (
  raw: readonly Area[],
  withoutCountry: (path: readonly string[]) => DomainError,
): readonly Area[] => {
  const problems = new Problems();
  if (raw.length === 0) problems.add(withoutCountry(["areas"]));
  const areas = raw.map((area, index) => {
    const path = ["areas", String(index)];
    if (area.country.trim() === "") problems.add(withoutCountry([...path, "country"]));
    else problems.collect(() => countryCode(area.country), ...path, "country");
    return {
      country: area.country.toUpperCase(),
      region: area.region?.trim().toUpperCase() || null,
      postalCodes: area.postalCodes.map(
        (pattern, position) =>
          problems.collect(() => postalCodes(pattern), ...path, "postalCodes", String(position)) ??
          pattern,
      ),
    };
  });
  problems.throwIfAny();
  return areas;
};

/**
 * An address has one zone: areas of two zones that are equally narrow share no address.
 * @param others in their stored form
 * @param overlap the error of an area of the zone that another zone, by its key, has too
 */
export const checkAreasApart = (
  zone: Zone,
  others: readonly Zone[],
  overlap: (other: string, path: readonly string[]) => DomainError,
): void => {
  for (const [index, area] of zone.areas.entries())
    for (const other of others)
      if (other.key !== zone.key && other.areas.some((theirs) => shareAddress(area, theirs)))
        throw overlap(other.key, ["areas", String(index)]);
};

const shareAddress = (a: Area, b: Area): boolean =>
  a.country === b.country &&
  a.region === b.region &&
  (a.postalCodes.length === 0
    ? b.postalCodes.length === 0
    : a.postalCodes.some((one) => b.postalCodes.some((other) => overlapInCodes(one, other))));
