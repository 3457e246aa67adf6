import { LocationNotFound } from "../../../domain/inventory/errors.js";
import type { LocationId } from "../../../domain/inventory/ids.js";
import { DEFAULT_LOCATION } from "../../../domain/inventory/location.js";
import { parseId } from "../../shared/ids.js";
import type { InventoryStores } from "../ports/stock-items.js";

/**
 * Finds the locations of a change of stock, and keeps them open until it ends. The default location
 * needs no look: it is never closed.
 * @returns the id of a location as received; the default location when none is named
 * @throws what it returns throws: LocationNotFound, LocationClosed
 */
export const findLocations = async (
  { locations }: Pick<InventoryStores, "locations">,
  named: readonly (string | null | undefined)[],
): Promise<(raw: string | null | undefined, path?: readonly string[]) => LocationId> => {
  const ids = new Set(
    named.flatMap((raw) => (raw == null ? [] : (parseId("location", raw) ?? []))),
  );
  ids.delete(DEFAULT_LOCATION.id);
  const found = new Map(
    (await locations.share([...ids].toSorted())).map((one) => [one.id as string, one]),
  );
  return (raw, path = ["locationId"]) => {
    if (raw == null || raw === DEFAULT_LOCATION.id) return DEFAULT_LOCATION.id;
    const location = found.get(raw);
    if (!location) throw new LocationNotFound(raw, path);
    location.ensureOpen(path);
    return location.id;
  };
};
