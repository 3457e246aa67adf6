import { withPathAsync } from "../../../domain/shared/domain-error.js";
import { change, type Work } from "../../shared/change.js";
import type { Target } from "../../shared/lock-target.js";
import { nothingChanged } from "../../shared/warning.js";
import { mayWriteInventory } from "../ports/permissions.js";
import { type LocationPatch, patchedLocation } from "./location-patch.js";
import { lockLocation, type LocationEdited, type LocationStores } from "./lock-location.js";

interface LocationUpdate extends Target {
  readonly changes: LocationPatch;
}

/** Changes a location: its name, its address, what it serves. Its key stays. */
export const locationUpdate = change(
  mayWriteInventory,
  async (
    { changes, ...target }: LocationUpdate,
    { stores, now }: Work<LocationStores>,
  ): Promise<LocationEdited> => {
    const location = await lockLocation(stores, target);
    const hasChanged = await withPathAsync(
      (path) => ["changes", ...path],
      async () => location.revise(await patchedLocation(stores, changes, location.snapshot()), now),
    );
    await stores.locations.save(location);
    return { locationId: location.id, warnings: hasChanged ? [] : [nothingChanged()] };
  },
);
