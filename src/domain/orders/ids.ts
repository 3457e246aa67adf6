import type { Id } from "../shared/id.js";

/** The prefixes of the ids of orders. */
export const ORDERS_PREFIXES = ["order"] as const;

export type OrderId = Id<(typeof ORDERS_PREFIXES)[number]>;
