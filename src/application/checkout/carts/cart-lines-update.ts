import { cartChange, type CartTarget } from "./cart-change.js";

export interface CartLinesUpdate extends CartTarget {
  readonly lines: readonly { readonly id: string; readonly quantity: number }[];
}

/** Changes how many units lines of a cart have. */
export const cartLinesUpdate = cartChange(({ lines }: CartLinesUpdate) => ({
  edit: (cart, now) => cart.updateLines(lines, now),
}));
