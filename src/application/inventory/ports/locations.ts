import type { LocationId } from "../../../domain/inventory/ids.js";
import type { Location, LocationSnapshot } from "../../../domain/inventory/location.js";

/** The places that hold stock, to be changed. */
export interface Locations {
  /** Whether there is such a location. */
  has(id: LocationId): Promise<boolean>;
  /** All of them, by key; not locked. */
  all(): Promise<readonly LocationSnapshot[]>;
  /** Locks it. @throws LocationNotFound */
  get(id: LocationId): Promise<Location>;
  /**
   * Locks locations so that they stay as they are, together with others who do the same. Missing
   * ones are absent.
   */
  share(ids: readonly LocationId[]): Promise<readonly Location[]>;
  /** Of how many variants it holds units, or has promised some; its stock is locked. */
  heldVariants(id: LocationId): Promise<number>;
  /** @throws LocationKeyTaken, StaleVersion */
  save(location: Location): Promise<void>;
}
