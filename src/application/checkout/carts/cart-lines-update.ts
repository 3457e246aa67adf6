import { change, type Work } from "../../shared/change.js";
import { anybody } from "../../shared/viewer.js";
import { changeCart, type CartStores, type CartTarget } from "./change-cart.js";

export interface CartLinesUpdate extends CartTarget {
  readonly lines: readonly { readonly id: string; readonly quantity: number }[];
}

/** Changes how many units lines of a cart have. */
export const cartLinesUpdate = change(
  anybody,
  (command: CartLinesUpdate, work: Work<CartStores>, _needs: object) =>
    changeCart(command, work, { edit: (cart) => cart.updateLines(command.lines, work.now) }),
);
