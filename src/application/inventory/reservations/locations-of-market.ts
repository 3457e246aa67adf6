import type { ServingLocation } from "../ports/choose-locations.js";
import { locationsByPriority } from "./locations-by-priority.js";

/**
 * The locations that serve a market, by priority; null when every open location serves every market
 * and country, so that nobody has to ask.
 * @param open all open locations
 */
export const locationsOfMarket = (
  marketId: string,
  open: readonly ServingLocation[],
): readonly ServingLocation[] | null =>
  open.every(({ marketIds, countries }) => marketIds.length === 0 && countries.length === 0)
    ? null
    : locationsByPriority({ marketId }, open);
