import { Cart } from "../../../domain/checkout/cart.js";
import { CartNotFound } from "../../../domain/checkout/errors.js";
import type { Clock } from "../../shared/clock.js";
import { parseId } from "../../shared/ids.js";
import { useCase } from "../../shared/use-case.js";
import { anybody } from "../../shared/viewer.js";
import type { CartFacts } from "../ports/cart-facts.js";
import type { CartReads } from "../ports/cart-reads.js";
import { knownAnswers } from "../outside/known-answers.js";
import type { OutsideServices } from "../ports/outside-services.js";
import type { CartView } from "./cart-view.js";
import { localeOf } from "./cart-change.js";
import { viewCart } from "./view-cart.js";

interface Needs extends CartFacts {
  readonly cartReads: CartReads;
  readonly clock: Clock;
  readonly outside?: OutsideServices | null;
}

/**
 * An open cart as it is now, for anybody who has its id: three statements. Nothing is stored, and
 * nobody outside is asked.
 * @throws CartNotFound, CartCompleted, CartMerged
 */
export const cart = useCase(
  anybody,
  ({ cartReads, clock, outside, ...facts }: Needs) =>
    async ({ cartId }: { readonly cartId: string }, viewer): Promise<CartView> => {
      const id = parseId("cart", cartId);
      const snapshot = id && (await cartReads.byId([id])).get(id);
      if (!snapshot) throw new CartNotFound(cartId);
      Cart.restore(snapshot).ensureOpen();
      const moment = { now: clock.now(), locale: localeOf(viewer) };
      const answers = knownAnswers(outside, snapshot.content.outsideAnswers ?? []);
      return viewCart(facts, snapshot, moment, answers);
    },
);
