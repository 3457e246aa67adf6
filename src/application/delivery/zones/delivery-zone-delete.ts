import type { DeliveryZoneId } from "../../../domain/delivery/ids.js";
import { change, type Work } from "../../shared/change.js";
import type { Target } from "../../shared/lock-target.js";
import { type DeliveryWriteStores, lockDelivery } from "../lock-delivery.js";
import { mayWriteDelivery } from "../ports/permissions.js";
import { lockDeliveryZone } from "./lock-delivery-zone.js";

/** Deletes a delivery zone that no delivery option names. */
export const deliveryZoneDelete = change(
  mayWriteDelivery,
  async (
    target: Target,
    { stores }: Work<DeliveryWriteStores>,
  ): Promise<{ readonly deletedDeliveryZoneId: DeliveryZoneId }> => {
    await lockDelivery(stores);
    const zone = await lockDeliveryZone(stores, target);
    const options = await stores.deliveryOptions.all();
    zone.delete(options.filter(({ zones }) => zones.includes(zone.id)).map(({ key }) => key));
    await stores.deliveryZones.remove(zone);
    return { deletedDeliveryZoneId: zone.id };
  },
);
