import { withPathAsync } from "../../../domain/shared/domain-error.js";
import { change, type Work } from "../../shared/change.js";
import type { Target } from "../../shared/lock-target.js";
import { nothingChanged } from "../../shared/warning.js";
import { type DeliveryWriteStores, lockDelivery } from "../lock-delivery.js";
import { mayWriteDelivery } from "../ports/permissions.js";
import { type AreaInput, areasOf, type DeliveryZoneEdited } from "./delivery-zone-create.js";
import { lockDeliveryZone } from "./lock-delivery-zone.js";

interface DeliveryZoneUpdate extends Target {
  readonly changes: {
    readonly key?: string | null | undefined;
    /** Null: the key. */
    readonly name?: string | null | undefined;
    /** All of them. */
    readonly areas?: readonly AreaInput[] | null | undefined;
  };
}

/** Changes a delivery zone. */
export const deliveryZoneUpdate = change(
  mayWriteDelivery,
  async (
    { changes, ...target }: DeliveryZoneUpdate,
    { stores, now }: Work<DeliveryWriteStores>,
  ): Promise<DeliveryZoneEdited> => {
    await lockDelivery(stores);
    const zone = await lockDeliveryZone(stores, target);
    const hasChanged = await withPathAsync(
      (path) => ["changes", ...path],
      async () => {
        const stored = zone.snapshot();
        const key = changes.key ?? stored.key;
        const content = {
          key,
          name: changes.name === null ? key : (changes.name ?? stored.name),
          areas: changes.areas ? areasOf(changes.areas) : stored.areas,
        };
        const changed = zone.revise(content, await stores.deliveryZones.all(), now);
        await stores.deliveryZones.save(zone);
        return changed;
      },
    );
    return { deliveryZoneId: zone.id, warnings: hasChanged ? [] : [nothingChanged()] };
  },
);
