import { DEFAULT_LOCATION } from "../../../domain/inventory/location.js";
import type { ChooseLocations, Destination, ServingLocation } from "../ports/choose-locations.js";

/**
 * The locations that serve the market and send to the country, by priority; of equal ones the
 * default location first, then in the order of their ids. A market or country that is not known
 * excludes none.
 */
export const locationsByPriority: ChooseLocations = (destination, locations) =>
  locations
    .filter((location) => serves(location, destination))
    .toSorted((a, b) => a.priority - b.priority || rank(a) - rank(b) || (a.id < b.id ? -1 : 1));

const serves = (
  { marketIds, countries }: ServingLocation,
  { marketId, country }: Destination,
): boolean =>
  (marketId === null || marketIds.length === 0 || marketIds.includes(marketId)) &&
  (country == null || countries.length === 0 || countries.includes(country));

const rank = ({ id }: ServingLocation): number => (id === DEFAULT_LOCATION.id ? 0 : 1);
