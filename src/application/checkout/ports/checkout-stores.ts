import type { Cart } from "../../../domain/checkout/cart.js";
import type { TermsRevision } from "../../shared/terms-revision.js";
import type { CartId } from "../../../domain/checkout/ids.js";

/** The carts, to be changed. */
export interface Carts {
  /** Locks it. In one statement. @throws CartNotFound */
  get(id: CartId): Promise<CartWithRevision>;
  /** Saves what was changed; nothing when nothing was. @throws StaleVersion */
  save(cart: Cart): Promise<void>;
  /** Removes carts that were not changed since a time. @returns how many, at most the limit */
  removeUnchangedSince(time: Date, limit: number): Promise<number>;
}

/** A cart, with the revision of the terms that it is priced by. */
export interface CartWithRevision {
  readonly cart: Cart;
  readonly revision: TermsRevision;
}

export interface CheckoutStores {
  readonly carts: Carts;
}
