import type { Id } from "../shared/id.js";

/** The prefixes of the ids of delivery. */
export const DELIVERY_PREFIXES = ["deliveryzone", "deliveryoption"] as const;
type DeliveryId<Prefix extends (typeof DELIVERY_PREFIXES)[number]> = Id<Prefix>;

export type DeliveryZoneId = DeliveryId<"deliveryzone">;
export type DeliveryOptionId = DeliveryId<"deliveryoption">;
