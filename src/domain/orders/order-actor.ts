export const ORDER_ACTORS = ["BUYER", "STAFF", "SYSTEM"] as const;

/** Who did something with an order. */
export type OrderActor = (typeof ORDER_ACTORS)[number];
