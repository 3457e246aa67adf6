import { Cart } from "../../../domain/checkout/cart.js";
import { CartNotFound } from "../../../domain/checkout/errors.js";
import type { Clock } from "../../shared/clock.js";
import { parseId } from "../../shared/ids.js";
import { useCase } from "../../shared/use-case.js";
import { anybody } from "../../shared/viewer.js";
import type { CartFacts } from "../ports/cart-facts.js";
import type { CartReads } from "../ports/cart-reads.js";
import type { CartView } from "./cart-view.js";
import { localeOf } from "./change-cart.js";
import { viewCart } from "./view-cart.js";

interface Needs extends CartFacts {
  readonly cartReads: CartReads;
  readonly clock: Clock;
}

/**
 * An open cart as it is now, for anybody who has its id: four statements. Nothing is stored.
 * @throws CartNotFound, CartCompleted, CartMerged
 */
export const cart = useCase(
  anybody,
  ({ cartReads, clock, ...facts }: Needs) =>
    async ({ cartId }: { readonly cartId: string }, viewer): Promise<CartView> => {
      const id = parseId("cart", cartId);
      const snapshot = id && (await cartReads.byId([id])).get(id);
      if (!snapshot) throw new CartNotFound(cartId);
      Cart.restore(snapshot).ensureOpen();
      return viewCart(facts, snapshot, { now: clock.now(), locale: localeOf(viewer) });
    },
);
