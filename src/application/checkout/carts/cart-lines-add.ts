import { cartChange, type CartTarget } from "./cart-change.js";
import { checkAdded, linesToAdd, type LineRequest } from "./lines-to-add.js";

export interface CartLinesAdd extends CartTarget {
  readonly lines: readonly LineRequest[];
}

/** Puts units of variants into a cart. */
export const cartLinesAdd = cartChange((command: CartLinesAdd) => {
  const lines = linesToAdd(command.lines);
  return {
    edit: (cart, now, nextId) => cart.addLines(lines, nextId, now),
    check: checkAdded(command.lines),
  };
});
