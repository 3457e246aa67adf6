import { DeliveryZone } from "../../../domain/delivery/delivery-zone.js";
import type { DeliveryZoneId } from "../../../domain/delivery/ids.js";
import type { Area } from "../../../domain/shared/area.js";
import { withPathAsync } from "../../../domain/shared/domain-error.js";
import { TooMany } from "../../../domain/shared/too-many.js";
import { change, type Work } from "../../shared/change.js";
import type { Ids } from "../../shared/ids.js";
import type { Warning } from "../../shared/warning.js";
import { type DeliveryWriteStores, lockDelivery } from "../lock-delivery.js";
import { mayWriteDelivery } from "../ports/permissions.js";

/** Each offer of deliveries reads all of them. */
export const MAX_DELIVERY_ZONES = 100;

/** An area as it is entered: without a region or postal codes it is the whole country. */
export interface AreaInput {
  readonly country: string;
  readonly region?: string | null | undefined;
  readonly postalCodes?: readonly string[] | null | undefined;
}

interface DeliveryZoneCreate {
  readonly zone: {
    readonly key: string;
    /** The key when left out. */
    readonly name?: string | null | undefined;
    readonly areas: readonly AreaInput[];
  };
}

/** The result of a change of a delivery zone. Plain JSON. */
export interface DeliveryZoneEdited {
  readonly deliveryZoneId: DeliveryZoneId;
  readonly warnings: readonly Warning[];
}

/** Creates a delivery zone. Delivery options may name it. */
export const deliveryZoneCreate = change(
  mayWriteDelivery,
  (
    { zone: input }: DeliveryZoneCreate,
    { stores, now }: Work<DeliveryWriteStores>,
    { ids }: { readonly ids: Ids },
  ): Promise<DeliveryZoneEdited> =>
    withPathAsync(
      (path) => ["zone", ...path],
      async () => {
        await lockDelivery(stores);
        const others = await stores.deliveryZones.all();
        if (others.length >= MAX_DELIVERY_ZONES)
          throw new TooMany("delivery zones", others.length + 1, MAX_DELIVERY_ZONES);
        const { key, name } = input;
        const content = { key, name: name ?? key, areas: areasOf(input.areas) };
        const zone = DeliveryZone.create(ids.next("deliveryzone"), content, others, now);
        await stores.deliveryZones.save(zone);
        return { deliveryZoneId: zone.id, warnings: [] };
      },
    ),
);

export const areasOf = (areas: readonly AreaInput[]): readonly Area[] =>
  areas.map(({ country, region, postalCodes }) => ({
    country,
    region: region ?? null,
    postalCodes: postalCodes ?? [],
  }));
