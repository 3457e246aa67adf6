import { change, type Work } from "../../shared/change.js";
import { anybody } from "../../shared/viewer.js";
import { changeCart, type CartStores, type CartTarget } from "./change-cart.js";

export interface CartLinesRemove extends CartTarget {
  readonly lineIds: readonly string[];
}

/** Takes lines out of a cart. */
export const cartLinesRemove = change(
  anybody,
  (command: CartLinesRemove, work: Work<CartStores>, _needs: object) =>
    changeCart(command, work, { edit: (cart) => cart.removeLines(command.lineIds, work.now) }),
);
