import type { LocationId } from "../../../domain/inventory/ids.js";
import type { Location } from "../../../domain/inventory/location.js";

export type LocationView = Location;

/** Reads the places that hold stock. */
export interface LocationReads {
  /** In one statement; missing ones are absent. */
  locationsById(ids: readonly LocationId[]): Promise<ReadonlyMap<LocationId, LocationView>>;
}
