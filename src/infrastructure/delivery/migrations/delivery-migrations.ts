import { CreateDeliveryZone1764002600000 } from "./1764002600000-create-delivery-zone.js";
import { CreateDeliveryOption1764002600001 } from "./1764002600001-create-delivery-option.js";

/**
 * The migrations of the tables of delivery. A migration that has been released is never changed; a
 * new one is added below.
 */
export const deliveryMigrations = [
  CreateDeliveryZone1764002600000,
  CreateDeliveryOption1764002600001,
];
