import type { DeliveryOptionId } from "../../../domain/delivery/ids.js";
import { change, type Work } from "../../shared/change.js";
import type { Target } from "../../shared/lock-target.js";
import { type DeliveryWriteStores, lockDelivery } from "../lock-delivery.js";
import { mayWriteDelivery } from "../ports/permissions.js";
import { lockDeliveryOption } from "./edit-delivery-option.js";

/** Deletes a delivery option. It is no longer offered. */
export const deliveryOptionDelete = change(
  mayWriteDelivery,
  async (
    target: Target,
    { stores }: Work<DeliveryWriteStores>,
  ): Promise<{ readonly deletedDeliveryOptionId: DeliveryOptionId }> => {
    await lockDelivery(stores);
    const option = await lockDeliveryOption(stores, target);
    option.delete();
    await stores.deliveryOptions.remove(option);
    return { deletedDeliveryOptionId: option.id };
  },
);
