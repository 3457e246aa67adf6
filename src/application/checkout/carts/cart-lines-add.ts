import { change, type Work } from "../../shared/change.js";
import type { Ids } from "../../shared/ids.js";
import { anybody } from "../../shared/viewer.js";
import { changeCart, type CartStores, type CartTarget } from "./change-cart.js";
import { checkAdded, linesToAdd, type LineRequest } from "./lines-to-add.js";

export interface CartLinesAdd extends CartTarget {
  readonly lines: readonly LineRequest[];
}

/** Puts units of variants into a cart. */
export const cartLinesAdd = change(
  anybody,
  async (command: CartLinesAdd, work: Work<CartStores>, { ids }: { readonly ids: Ids }) => {
    const lines = linesToAdd(command.lines);
    return changeCart(command, work, {
      edit: (cart) => cart.addLines(lines, () => ids.next("cartline"), work.now),
      check: checkAdded(command.lines),
    });
  },
);
