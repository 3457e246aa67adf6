import { DEFAULT_LOCATION } from "../../../domain/inventory/location.js";
import type { ChooseLocations } from "../ports/choose-locations.js";

/** The default location first, then the others in the order of their ids. */
export const locationsByPriority: ChooseLocations = (_destination, locations) =>
  locations.toSorted((a, b) => rank(a.id) - rank(b.id) || (a.id < b.id ? -1 : 1));

const rank = (id: string): number => (id === DEFAULT_LOCATION.id ? 0 : 1);
