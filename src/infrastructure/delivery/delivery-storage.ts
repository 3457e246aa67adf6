import { priceDelivery } from "../../application/delivery/delivery.js";
import type { DeliveryStores } from "../../application/delivery/ports/delivery-stores.js";
import type { ReadSource } from "../shared/database/read-source.js";
import type { Storage, StoreMakers } from "../shared/storage/storage.js";
import { deliveryMigrations } from "./migrations/delivery-migrations.js";
import { sqlDeliveryOptions } from "./sql-delivery-options.js";
import { sqlDeliveryReads } from "./sql-delivery-reads.js";
import { sqlDeliveryZones } from "./sql-delivery-zones.js";

const stores: StoreMakers<DeliveryStores> = {
  deliveryZones: sqlDeliveryZones,
  deliveryOptions: sqlDeliveryOptions,
};

export const deliveryStorage = {
  name: "delivery",
  migrations: deliveryMigrations,
  stores,
  reads: (source: ReadSource) => {
    const deliveryReads = sqlDeliveryReads(source);
    return { deliveryReads, priceDelivery: priceDelivery(deliveryReads) };
  },
} as const satisfies Storage;
