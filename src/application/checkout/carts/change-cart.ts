import type { Cart } from "../../../domain/checkout/cart.js";
import { CartNotFound } from "../../../domain/checkout/errors.js";
import { checkVersion } from "../../../domain/shared/stale-version.js";
import type { Work } from "../../shared/change.js";
import { parseId } from "../../shared/ids.js";
import type { Viewer } from "../../shared/viewer.js";
import { nothingChanged } from "../../shared/warning.js";
import type { CartFacts } from "../ports/cart-facts.js";
import type { CheckoutStores } from "../ports/checkout-stores.js";
import { CartChanged } from "./cart-changed.js";
import type { CartView } from "./cart-view.js";
import type { CartTerms } from "./read-cart-terms.js";
import { viewCart } from "./view-cart.js";

export type CartStores = CheckoutStores & CartFacts;

export interface CartTarget {
  readonly cartId: string;
  readonly expectedVersion?: number | null | undefined;
}

interface CartEdit {
  readonly edit: (cart: Cart) => void;
  /** Refuses what only the prices and the deliveries tell. */
  readonly check?: (view: CartView) => void;
}

/**
 * Changes a cart that is open, prices it, and notes what the buyer is shown. Five statements, and
 * none of them more with more lines.
 * @throws CartNotFound, CartCompleted, CartMerged, StaleVersion, QuoteTooLarge
 */
export const changeCart = async (
  { cartId, expectedVersion }: CartTarget,
  work: Work<CartStores>,
  { edit, check }: CartEdit,
): Promise<CartChanged> => {
  const id = parseId("cart", cartId);
  if (!id) throw new CartNotFound(cartId);
  const cart = await work.stores.carts.get(id);
  cart.ensureOpen();
  checkVersion("The cart", expectedVersion, cart.version);
  edit(cart);
  const isChanged = cart.version > cart.storedVersion;
  const view = await saveCart(cart, work, check);
  return new CartChanged(view, isChanged ? [] : [nothingChanged()]);
};

/** Prices a cart, checks and saves it. */
export const saveCart = async (
  cart: Cart,
  { stores, viewer, now }: Work<CartStores>,
  check: CartEdit["check"],
  terms?: CartTerms,
): Promise<CartView> => {
  const moment = { now, locale: localeOf(viewer) };
  const view = await viewCart(stores, cart.snapshot(), moment, terms);
  check?.(view);
  cart.markSeen(view.seen, now);
  await stores.carts.save(cart);
  return { ...view, cart: cart.snapshot() };
};

export const localeOf = ({ shoppingContext }: Viewer): string | null =>
  shoppingContext?.locale ?? null;
