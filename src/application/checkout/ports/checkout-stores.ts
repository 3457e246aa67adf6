import type { Cart } from "../../../domain/checkout/cart.js";
import type { CartId } from "../../../domain/checkout/ids.js";

/** The carts, to be changed. */
export interface Carts {
  /** Locks it. @throws CartNotFound */
  get(id: CartId): Promise<Cart>;
  /** Saves what was changed; nothing when nothing was. @throws StaleVersion */
  save(cart: Cart): Promise<void>;
  /** Removes carts that were not changed since a time. @returns how many, at most the limit */
  removeUnchangedSince(time: Date, limit: number): Promise<number>;
}

export interface CheckoutStores {
  readonly carts: Carts;
}
