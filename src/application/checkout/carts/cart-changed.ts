import type { CartId } from "../../../domain/checkout/ids.js";
import type { Warning } from "../../shared/warning.js";
import type { CartView } from "./cart-view.js";

/**
 * The result of a change of a cart. What is stored for replays is its id and the warnings; the cart
 * as it was priced stays in memory, for the answer to the change itself.
 */
export class CartChanged {
  readonly cartId: CartId;
  readonly #view: CartView;

  constructor(
    view: CartView,
    readonly warnings: readonly Warning[] = [],
  ) {
    this.cartId = view.cart.id;
    this.#view = view;
  }

  /** The cart as it was priced; null for a result that was stored. */
  static viewOf(result: CartChanged): CartView | null {
    return result instanceof CartChanged ? result.#view : null;
  }
}
