import type { DeliveryOptionEdited } from "../../../../application/delivery/options/delivery-option-create.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { bulkPayloadOf } from "../../mutation/bulk-payload-of.js";
import { payloadsOf } from "../../mutation/payloads-of.js";
import { AdminDeliveryOption } from "./admin-delivery-option.js";
import { loadDeliveryOption } from "./load-delivery-option.js";

const changed = {
  field: "deliveryOption",
  thing: "delivery option",
  type: () => AdminDeliveryOption,
  load: (context: GraphqlContext, { deliveryOptionId }: DeliveryOptionEdited) =>
    loadDeliveryOption(context, deliveryOptionId),
};
const one = payloadsOf({ ...changed, short: "option" });
const several = bulkPayloadOf(changed);

export const DeliveryOptionPayload = one.ChangePayload;
export const DeliveryOptionDeletePayload = one.DeletePayload;
export const DeliveryOptionsPayload = several.BulkPayload;
export const deliveryOptionPayloadResolvers = [...one.resolvers, ...several.resolvers] as const;
