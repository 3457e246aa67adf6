import { priceDelivery } from "../../application/delivery/delivery.js";
import type { DeliveryStores } from "../../application/delivery/ports/delivery-stores.js";
import type { ReadSource } from "../shared/database/read-source.js";
import type { Storage, StoreMakers } from "../shared/storage/storage.js";
import { deliveryMigrations } from "./migrations/delivery-migrations.js";
import { SqlDeliveryOptions } from "./sql-delivery-options.js";
import { sqlDeliveryReads } from "./sql-delivery-reads.js";
import { SqlDeliveryZones } from "./sql-delivery-zones.js";

const stores: StoreMakers<DeliveryStores> = {
  deliveryZones: (session, clock) => new SqlDeliveryZones(session, clock),
  deliveryOptions: (session, clock) => new SqlDeliveryOptions(session, clock),
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
