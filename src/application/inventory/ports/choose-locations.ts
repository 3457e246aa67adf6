import type { LocationId } from "../../../domain/inventory/ids.js";

/** Where a buyer is. */
export interface Destination {
  /** The id of the market; null when it is not known. */
  readonly marketId: string | null;
  /** The address of the delivery, as far as it is known. */
  readonly country?: string | null;
  readonly region?: string | null;
  readonly postalCode?: string | null;
}

/** What a strategy knows of a location that is open. */
export interface ServingLocation {
  readonly id: LocationId;
  /** Smaller ones serve first. */
  readonly priority: number;
  /** The ids of the markets that it serves; empty: all. */
  readonly marketIds: readonly string[];
  /** The countries that it sends to (ISO 3166-1); empty: all. */
  readonly countries: readonly string[];
}

/**
 * The locations that may serve a buyer, the best one first. Those that do not serve the buyer are
 * left out.
 */
export type ChooseLocations = <Location extends ServingLocation>(
  destination: Destination,
  locations: readonly Location[],
) => readonly Location[];
