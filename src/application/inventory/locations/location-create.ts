import type { LocationContent } from "../../../domain/inventory/location-content.js";
import { DEFAULT_LOCATION, Location } from "../../../domain/inventory/location.js";
import { withPathAsync } from "../../../domain/shared/domain-error.js";
import { TooMany } from "../../../domain/shared/too-many.js";
import { change, type Work } from "../../shared/change.js";
import type { Ids } from "../../shared/ids.js";
import { mayWriteInventory } from "../ports/permissions.js";
import { type LocationPatch, patchedLocation } from "./location-patch.js";
import type { LocationEdited, LocationStores } from "./lock-location.js";

/** Each reservation looks at all of them. */
export const MAX_LOCATIONS = 100;

interface LocationCreate {
  readonly location: LocationPatch & { readonly key: string };
}

/** Creates a location. It holds stock from its first count on. */
export const locationCreate = change(
  mayWriteInventory,
  (
    { location: input }: LocationCreate,
    { stores, now }: Work<LocationStores>,
    { ids }: { readonly ids: Ids },
  ): Promise<LocationEdited> =>
    withPathAsync(
      (path) => ["location", ...path],
      async () => {
        // One after the other, so that there are not too many.
        await stores.locations.get(DEFAULT_LOCATION.id);
        const { length } = await stores.locations.all();
        if (length >= MAX_LOCATIONS) throw new TooMany("locations", length + 1, MAX_LOCATIONS);
        const content = await patchedLocation(stores, input, emptyLocation(input.key));
        const location = Location.create(ids.next("location"), content, now);
        await stores.locations.save(location);
        return { locationId: location.id, warnings: [] };
      },
    ),
);

const emptyLocation = (key: string): LocationContent => ({
  key,
  name: key,
  address: null,
  priority: 0,
  marketIds: [],
  countries: [],
});
