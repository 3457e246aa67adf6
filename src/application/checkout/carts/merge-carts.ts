import type { Work } from "../../shared/change.js";
import type { Cart } from "../../../domain/checkout/cart.js";
import type { CartId } from "../../../domain/checkout/ids.js";
import type { Ids } from "../../shared/ids.js";
import type { CartView } from "./cart-view.js";
import { saveCart, type CartStores } from "./cart-change.js";

interface MergeCarts {
  readonly guest: CartId;
  readonly into: CartId;
}

/**
 * Moves what a guest has put into a cart into another cart of the same buyer. Sent again, it changes
 * nothing. Both are locked in the order of their ids, so two merges do not wait for each other.
 * @throws CartNotFound, CartCompleted, CartMerged
 */
export const mergeCarts = async (
  { guest, into }: MergeCarts,
  work: Work<CartStores>,
  { ids }: { readonly ids: Ids },
): Promise<CartView> => {
  const { carts } = work.stores;
  const found = new Map<CartId, Cart>();
  for (const id of [guest, into].toSorted()) found.set(id, (await carts.get(id)).cart);
  const [from, to] = [found.get(guest), found.get(into)];
  if (!from || !to || from === to) throw new Error("Two carts are merged.");
  to.merge(from, () => ids.next("cartline"), work.now);
  await carts.save(from);
  return saveCart(to, work, undefined, undefined, undefined, [from]);
};
