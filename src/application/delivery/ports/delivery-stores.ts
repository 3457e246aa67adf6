import type {
  DeliveryOption,
  DeliveryOptionSnapshot,
} from "../../../domain/delivery/delivery-option.js";
import type { DeliveryZone, DeliveryZoneSnapshot } from "../../../domain/delivery/delivery-zone.js";
import type { DeliveryOptionId, DeliveryZoneId } from "../../../domain/delivery/ids.js";
import type { OfferedDeliveries } from "./offered-deliveries.js";

/**
 * The delivery zones, to be changed. Every change of zones and options locks the default market
 * first, so that what it has read stays true until the unit of work ends.
 */
export interface DeliveryZones {
  /** All of them, by key; not locked. */
  all(): Promise<readonly DeliveryZoneSnapshot[]>;
  /** Locks it. @throws DeliveryZoneNotFound */
  get(id: DeliveryZoneId): Promise<DeliveryZone>;
  /** @throws DeliveryZoneKeyTaken, StaleVersion */
  save(zone: DeliveryZone): Promise<void>;
  /** @throws StaleVersion */
  remove(zone: DeliveryZone): Promise<void>;
}

/** The delivery options, to be changed. */
export interface DeliveryOptions {
  /** All of them, by position, then id; not locked. */
  all(): Promise<readonly DeliveryOptionSnapshot[]>;
  /** Locks it. @throws DeliveryOptionNotFound */
  get(id: DeliveryOptionId): Promise<DeliveryOption>;
  /** @throws DeliveryOptionKeyTaken, StaleVersion */
  save(option: DeliveryOption): Promise<void>;
  /** @throws StaleVersion */
  remove(option: DeliveryOption): Promise<void>;
}

export interface DeliveryStores {
  readonly deliveryZones: DeliveryZones;
  readonly deliveryOptions: DeliveryOptions;
  readonly offeredDeliveries: OfferedDeliveries;
}
