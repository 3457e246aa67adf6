import type { LocationView } from "../../../../application/inventory/ports/location-reads.js";
import type { LocationId } from "../../../../domain/inventory/ids.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";

/** One location, together with all others that are requested in the same tick. */
export const loadLocation = (
  { app, batch, viewer }: GraphqlContext,
  id: LocationId,
): Promise<LocationView | null> =>
  batch.load(["location of staff"], id, (ids: readonly LocationId[]) =>
    app.inventory.admin.locationsById(ids, viewer),
  );
