import type { DeliveryZone } from "../../../domain/delivery/delivery-zone.js";
import { DeliveryZoneNotFound } from "../../../domain/delivery/errors.js";
import { lockTarget, type Target } from "../../shared/lock-target.js";
import type { DeliveryStores } from "../ports/delivery-stores.js";

/** @throws DeliveryZoneNotFound, StaleVersion */
export const lockDeliveryZone = (
  { deliveryZones }: Pick<DeliveryStores, "deliveryZones">,
  target: Target,
): Promise<DeliveryZone> =>
  lockTarget("deliveryzone", target, deliveryZones, (id) => new DeliveryZoneNotFound(id));
