import { type Bulk, type BulkOutcome, inBulk } from "../../shared/bulk.js";
import { change, type Work } from "../../shared/change.js";
import { lockDelivery } from "../lock-delivery.js";
import { mayWriteDelivery } from "../ports/permissions.js";
import type { OptionStores } from "./references-of.js";
import type { DeliveryOptionEdited } from "./delivery-option-create.js";
import { type DeliveryOptionChange, editDeliveryOption } from "./edit-delivery-option.js";

/** Changes several delivery options, such as their positions. */
export const deliveryOptionsUpdate = change(
  mayWriteDelivery,
  async (
    command: Bulk<DeliveryOptionChange>,
    work: Work<OptionStores>,
  ): Promise<BulkOutcome<DeliveryOptionEdited>> => {
    const { stores, now } = work;
    await lockDelivery(stores);
    const markets = await stores.markets.all();
    return inBulk(command, work, (item) => editDeliveryOption(item, stores, markets, now));
  },
);
