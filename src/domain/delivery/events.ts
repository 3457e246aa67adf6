import type { DeliveryOptionId, DeliveryZoneId } from "./ids.js";

export interface DeliveryZoneEvent {
  readonly type: "delivery.zone-created" | "delivery.zone-updated" | "delivery.zone-deleted";
  readonly deliveryZoneId: DeliveryZoneId;
  readonly version: number;
}

export interface DeliveryOptionEvent {
  readonly type: "delivery.option-created" | "delivery.option-updated" | "delivery.option-deleted";
  readonly deliveryOptionId: DeliveryOptionId;
  readonly version: number;
}
