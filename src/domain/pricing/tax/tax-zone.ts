import { checkedAreas, checkAreasApart, zoneAround } from "../../shared/area.js";
import type { Area, ZoneAddress } from "../../shared/area.js";
import { TaxZonesOverlap, TaxZoneWithoutCountry } from "./errors.js";

/** Where a buyer is, as far as taxes depend on it. */
export type TaxAddress = ZoneAddress;

export type TaxArea = Area;

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
export const zoneOf = (zones: readonly TaxZone[], address: TaxAddress): TaxZone | null =>
  zoneAround(zones, address);

/**
 * A zone in its stored form.
 * @throws Refused with TaxZoneWithoutCountry, UnknownCountry, InvalidPostalCodes
 */
export const taxZone = (raw: TaxZone): TaxZone => ({
  ...raw,
  areas: checkedAreas(raw.areas, (path) => new TaxZoneWithoutCountry(raw.key, path)),
});

/**
 * A buyer has one zone: areas of two zones that are equally narrow share no address.
 * @param others in their stored form
 * @throws TaxZonesOverlap
 */
export const checkZoneApart = (zone: TaxZone, others: readonly TaxZone[]): void =>
  checkAreasApart(zone, others, (other, path) => new TaxZonesOverlap(zone.key, other, path));
