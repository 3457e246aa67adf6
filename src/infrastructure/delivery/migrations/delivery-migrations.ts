import { CreateDeliveryZone1764001600000 } from "./1764001600000-create-delivery-zone.js";
import { CreateDeliveryOption1764001600001 } from "./1764001600001-create-delivery-option.js";

/**
 * The migrations of the tables of delivery. A migration that has been released is never changed; a
 * new one is added below.
 */
export const deliveryMigrations = [
  CreateDeliveryZone1764001600000,
  CreateDeliveryOption1764001600001,
];
