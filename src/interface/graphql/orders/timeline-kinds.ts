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
