import type { Id } from "../shared/id.js";

/** The prefixes of the ids of checkout. */
export const CHECKOUT_PREFIXES = ["cart", "cartline"] as const;

/** A secret: it is all that a guest needs to change the cart. */
export type CartId = Id<"cart">;
export type CartLineId = Id<"cartline">;
