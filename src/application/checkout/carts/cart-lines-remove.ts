import { cartChange, type CartTarget } from "./cart-change.js";

export interface CartLinesRemove extends CartTarget {
  readonly lineIds: readonly string[];
}

/** Takes lines out of a cart. */
export const cartLinesRemove = cartChange(({ lineIds }: CartLinesRemove) => ({
  edit: (cart, now) => cart.removeLines(lineIds, now),
}));
