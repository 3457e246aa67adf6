import { id } from "../shared/id.js";
import type { LocationId } from "./ids.js";

/** A place that holds stock. */
export interface Location {
  readonly id: LocationId;
  /** Unique. It never changes. */
  readonly key: string;
  readonly name: string;
}

/**
 * The one location that every shop has. Its id is the same everywhere, so that no statement has to
 * look it up. A migration stores it.
 */
export const DEFAULT_LOCATION: Location = {
  id: id<LocationId>("location_00000000000000000000000000"),
  key: "default",
  name: "Default",
};
