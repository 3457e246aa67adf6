import type { DeliveryZoneEdited } from "../../../../application/delivery/zones/delivery-zone-create.js";
import { payloadsOf } from "../../mutation/payloads-of.js";
import { DeliveryZoneType } from "./delivery-zone-type.js";
import { loadDeliveryZone } from "./load-delivery-zone.js";

export const deliveryZonePayloads = payloadsOf({
  field: "deliveryZone",
  thing: "delivery zone",
  short: "zone",
  type: () => DeliveryZoneType,
  load: (context, { deliveryZoneId }: DeliveryZoneEdited) =>
    loadDeliveryZone(context, deliveryZoneId),
});
