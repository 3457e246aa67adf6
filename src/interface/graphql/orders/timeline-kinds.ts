import { registerEnumType } from "type-graphql";
import { ORDER_ACTORS } from "../../../domain/orders/order-actor.js";
import { TIMELINE_KINDS } from "../../../domain/orders/timeline-entry.js";
import { enumOf } from "../schema/enum-of.js";

export const TimelineKinds = enumOf(TIMELINE_KINDS);
registerEnumType(TimelineKinds, {
  name: "OrderTimelineKind",
  description: "What happened to an order.",
  valuesConfig: {
    PLACED: { description: "It was placed." },
    CONFIRMED: { description: "It was confirmed." },
    CANCELLED: { description: "It was cancelled." },
    EXPIRED: { description: "It expired." },
    REOPENED: { description: "It was paid after it had expired, and its units were still there." },
    TOTAL_CHANGED: { description: "Its total changed before it was paid." },
    PAYMENT_AUTHORISED: { description: "Money was held." },
    PAYMENT_CAPTURED: { description: "Money was taken." },
    PAYMENT_DECLINED: { description: "A payment was declined." },
    PAYMENT_CANCELLED: { description: "A payment was cancelled, and its money released." },
    PAYMENT_EXPIRED: { description: "The time of a payment was over." },
    PAYMENT_REFUNDED: { description: "Money was given back." },
    REFUND_FAILED: { description: "Money could not be given back." },
    PAYMENT_DISPUTED: { description: "The bank of the buyer contests a payment." },
    PAYMENT_FLAGGED: { description: "Staff have to look at a payment." },
  },
});

export const OrderActors = enumOf(ORDER_ACTORS);
registerEnumType(OrderActors, {
  name: "OrderActor",
  description: "Who did something with an order.",
  valuesConfig: {
    BUYER: { description: "The buyer." },
    STAFF: { description: "Staff, or a program with a key of the admin API." },
    SYSTEM: { description: "Plinth, by a rule." },
  },
});
