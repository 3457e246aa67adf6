import type { DeliveryZoneView } from "../../../../application/delivery/ports/delivery-reads.js";
import type { DeliveryZoneId } from "../../../../domain/delivery/ids.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";

/** One delivery zone, together with all others that are requested in the same tick. */
export const loadDeliveryZone = (
  { app, batch, viewer }: GraphqlContext,
  id: DeliveryZoneId,
): Promise<DeliveryZoneView | null> =>
  batch.load(["delivery zone"], id, (ids: readonly DeliveryZoneId[]) =>
    app.delivery.admin.zonesById(ids, viewer),
  );
