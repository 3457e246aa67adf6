import { change, type Work } from "../../shared/change.js";
import { lockDelivery } from "../lock-delivery.js";
import { mayWriteDelivery } from "../ports/permissions.js";
import type { OptionStores } from "./references-of.js";
import type { DeliveryOptionEdited } from "./delivery-option-create.js";
import { type DeliveryOptionChange, editDeliveryOption } from "./edit-delivery-option.js";

/** Changes a delivery option. Its kind cannot be changed. */
export const deliveryOptionUpdate = change(
  mayWriteDelivery,
  async (
    command: DeliveryOptionChange,
    { stores, now }: Work<OptionStores>,
  ): Promise<DeliveryOptionEdited> => {
    await lockDelivery(stores);
    return editDeliveryOption(command, stores, await stores.markets.all(), now);
  },
);
