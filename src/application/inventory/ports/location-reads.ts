import type { LocationId } from "../../../domain/inventory/ids.js";
import type { LocationSnapshot } from "../../../domain/inventory/location.js";
import type { Page, PageRequest } from "../../shared/page.js";

export type LocationView = LocationSnapshot;

/** Reads the places that hold stock. */
export interface LocationReads {
  /** One page of them, by key. @throws InvalidCursor */
  locations(page: PageRequest): Promise<Page<LocationView>>;
  countLocations(): Promise<number>;
  /** In one statement; missing ones are absent. */
  locationsById(ids: readonly LocationId[]): Promise<ReadonlyMap<LocationId, LocationView>>;
  locationsByKey(keys: readonly string[]): Promise<ReadonlyMap<string, LocationView>>;
}
