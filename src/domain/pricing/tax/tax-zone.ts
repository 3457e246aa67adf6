import { countryCode } from "../../shared/countries.js";
import { Problems } from "../../shared/problems.js";
import { TaxZonesOverlap, TaxZoneWithoutCountry } from "./errors.js";
import { matchesPostalCodes, overlapInCodes, postalCodes } from "./postal-codes.js";

/** Where a buyer is, as far as taxes depend on it. */
export interface TaxAddress {
  /** ISO 3166-1. */
  readonly country: string;
  /** The part of ISO 3166-2 after the hyphen: QC, NY. */
  readonly region: string | null;
  readonly postalCode: string | null;
}

/** A country, or a region or postal codes in it. */
export interface TaxArea {
  readonly country: string;
  readonly region: string | null;
  /** Descriptions of postal codes; empty: all. */
  readonly postalCodes: readonly string[];
}

export const CHARGE_TAXATIONS = ["OWN_CATEGORY", "HIGHEST_RATE", "IN_PROPORTION"] as const;

/**
 * How delivery and fees are taxed: by their own category, by the highest rate among the lines, or
 * split over the categories of the lines in proportion to their amounts.
 */
export type ChargeTaxation = (typeof CHARGE_TAXATIONS)[number];

/** Where goods are taxed alike. */
export interface TaxZone {
  readonly key: string;
  readonly areas: readonly TaxArea[];
  readonly chargeTaxation: ChargeTaxation;
}

/** The zone of an address: the one with the narrowest area around it. */
export const zoneOf = (zones: readonly TaxZone[], address: TaxAddress): TaxZone | null => {
  let [found, narrowest] = [null as TaxZone | null, -1];
  for (const zone of zones)
    for (const area of zone.areas)
      if (narrowness(area) > narrowest && contains(area, address))
        [found, narrowest] = [zone, narrowness(area)];
  return found;
};

const contains = (area: TaxArea, { country, region, postalCode }: TaxAddress): boolean =>
  area.country === country &&
  (area.region === null || area.region === region) &&
  (area.postalCodes.length === 0 ||
    (postalCode !== null &&
      area.postalCodes.some((pattern) => matchesPostalCodes(pattern, postalCode))));

/** Postal codes are narrower than a region, and those of a region are narrower still. */
const narrowness = ({ region, postalCodes: codes }: TaxArea): number =>
  (codes.length > 0 ? 2 : 0) + (region === null ? 0 : 1);

/**
 * A zone in its stored form.
 * @throws Refused with TaxZoneWithoutCountry, UnknownCountry, InvalidPostalCodes
 */
export const taxZone = (raw: TaxZone): TaxZone => {
  const problems = new Problems();
  if (raw.areas.length === 0) problems.add(new TaxZoneWithoutCountry(raw.key, ["areas"]));
  const areas = raw.areas.map((area, index) => {
    const path = ["areas", String(index)];
    if (area.country.trim() === "")
      problems.add(new TaxZoneWithoutCountry(raw.key, [...path, "country"]));
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
  return { ...raw, areas };
};

/**
 * A buyer has one zone: areas of two zones that are equally narrow share no address.
 * @param others in their stored form
 * @throws TaxZonesOverlap
 */
export const checkZoneApart = (zone: TaxZone, others: readonly TaxZone[]): void => {
  for (const [index, area] of zone.areas.entries())
    for (const other of others)
      if (other.key !== zone.key && other.areas.some((theirs) => shareAddress(area, theirs)))
        throw new TaxZonesOverlap(zone.key, other.key, ["areas", String(index)]);
};

const shareAddress = (a: TaxArea, b: TaxArea): boolean =>
  a.country === b.country &&
  a.region === b.region &&
  (a.postalCodes.length === 0
    ? b.postalCodes.length === 0
    : a.postalCodes.some((one) => b.postalCodes.some((other) => overlapInCodes(one, other))));
