import { id } from "../shared/id.js";
import {
  newState,
  VersionedAggregate,
  type VersionedState,
} from "../shared/versioned-aggregate.js";
import { LocationClosed, LocationInUse } from "./errors.js";
import type { LocationEvent } from "./events.js";
import type { LocationId } from "./ids.js";
import { checkedLocation, type LocationContent } from "./location-content.js";

export interface LocationSnapshot extends LocationContent, VersionedState<LocationId> {
  /** Since when it is closed; null while it is open. */
  readonly closedAt: Date | null;
}

/** A place that holds stock. */
export class Location extends VersionedAggregate<LocationSnapshot, LocationEvent> {
  /** @throws Refused as `checkedLocation` does */
  static create(location: LocationId, content: LocationContent, now: Date): Location {
    return new Location({
      ...checkedLocation(content),
      ...newState(location, now),
      closedAt: null,
    }).created();
  }

  static restore(snapshot: LocationSnapshot): Location {
    return new Location(snapshot);
  }

  /** The key stays. @returns whether anything changed @throws Refused as `create` does */
  revise(content: LocationContent, now: Date): boolean {
    return this.update(checkedLocation({ ...content, key: this.state.key }), now);
  }

  /**
   * Holds no stock from now on. @param variants of which it holds units, or has promised some
   * @returns whether it was open @throws LocationInUse
   */
  close(variants: number, now: Date): boolean {
    if (!this.isOpen) return false;
    if (this.id === DEFAULT_LOCATION.id || variants > 0)
      throw new LocationInUse(this.state.key, variants);
    return this.update({ closedAt: now }, now);
  }

  /** Holds stock again. @returns whether it was closed */
  reopen(now: Date): boolean {
    return this.update({ closedAt: null }, now);
  }

  get isOpen(): boolean {
    return this.state.closedAt === null;
  }

  /** @throws LocationClosed */
  ensureOpen(path: readonly string[]): void {
    if (!this.isOpen) throw new LocationClosed(this.state.key, path);
  }

  protected event(change: "created" | "updated" | "deleted"): LocationEvent {
    return {
      type: `inventory.location-${change}`,
      locationId: this.id,
      version: this.state.version,
    };
  }
}

/**
 * The one location that every shop has. Its id is the same everywhere, so that no statement has to
 * look it up. A migration stores it. It is never closed.
 */
export const DEFAULT_LOCATION = {
  id: id<LocationId>("location_00000000000000000000000000"),
  key: "default",
  name: "Default",
} as const;
