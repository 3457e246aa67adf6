import { change, type Work } from "../../shared/change.js";
import type { Target } from "../../shared/lock-target.js";
import { nothingChanged } from "../../shared/warning.js";
import { mayWriteInventory } from "../ports/permissions.js";
import { lockLocation, type LocationEdited, type LocationStores } from "./lock-location.js";

/** Closes a location that holds no units, and from which none are promised. */
export const locationClose = change(
  mayWriteInventory,
  async (target: Target, { stores, now }: Work<LocationStores>): Promise<LocationEdited> => {
    const location = await lockLocation(stores, target);
    const hasChanged = location.close(await stores.locations.heldVariants(location.id), now);
    await stores.locations.save(location);
    return { locationId: location.id, warnings: hasChanged ? [] : [nothingChanged()] };
  },
);

/** Opens a closed location again. */
export const locationReopen = change(
  mayWriteInventory,
  async (target: Target, { stores, now }: Work<LocationStores>): Promise<LocationEdited> => {
    const location = await lockLocation(stores, target);
    const hasChanged = location.reopen(now);
    await stores.locations.save(location);
    return { locationId: location.id, warnings: hasChanged ? [] : [nothingChanged()] };
  },
);
