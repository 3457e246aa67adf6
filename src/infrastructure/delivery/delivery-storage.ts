import { priceDelivery } from "../../application/delivery/delivery.js";
import type { DeliveryStores } from "../../application/delivery/ports/delivery-stores.js";
import type { OfferedDeliveries } from "../../application/delivery/ports/offered-deliveries.js";
import { remembered } from "../shared/database/remembered.js";
import type { RowSource } from "../shared/database/sql-session.js";
import type { ReadNeeds, Storage, StoreMakers } from "../shared/storage/storage.js";
import { deliveryMigrations } from "./migrations/delivery-migrations.js";
import { sqlDeliveryOptions } from "./sql-delivery-options.js";
import { readOffered, sqlDeliveryReads } from "./sql-delivery-reads.js";
import { sqlDeliveryZones } from "./sql-delivery-zones.js";

const offeredAt = remembered(readOffered);

const offeredDeliveries = (source: RowSource): OfferedDeliveries => ({
  at: (revision) => offeredAt(source, revision),
});

const stores: StoreMakers<DeliveryStores> = {
  deliveryZones: sqlDeliveryZones,
  deliveryOptions: sqlDeliveryOptions,
  offeredDeliveries,
};

export const deliveryStorage = {
  name: "delivery",
  migrations: deliveryMigrations,
  stores,
  reads: ({ source }: ReadNeeds) => {
    const deliveryReads = sqlDeliveryReads(source);
    return {
      deliveryReads,
      priceDelivery: priceDelivery(deliveryReads),
      offeredDeliveries: offeredDeliveries(source),
    };
  },
} as const satisfies Storage;
