import { registerEnumType } from "type-graphql";
import { DELIVERY_KINDS } from "../../../../domain/delivery/delivery-rate.js";
import { enumOf } from "../../schema/enum-of.js";

export const DeliveryKinds = enumOf(DELIVERY_KINDS);
registerEnumType(DeliveryKinds, {
  name: "DeliveryKind",
  description: "How a delivery is priced.",
  valuesConfig: {
    FLAT: { description: "One price." },
    BY_WEIGHT: { description: "By the weight of what is sent, in grams." },
    BY_SUBTOTAL: { description: "By what the lines cost before discounts." },
    BY_QUANTITY: { description: "By the number of units that are sent." },
    PICKUP: { description: "The buyer collects at a location, at one price." },
    CARRIER: { description: "A carrier names the price when there is a cart." },
  },
});
