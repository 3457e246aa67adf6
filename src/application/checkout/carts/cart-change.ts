import { Cart } from "../../../domain/checkout/cart.js";
import { CartNotFound } from "../../../domain/checkout/errors.js";
import type { CartLineId } from "../../../domain/checkout/ids.js";
import type { OutsideAnswer } from "../../../domain/checkout/outside-answer.js";
import { checkVersion } from "../../../domain/shared/stale-version.js";
import type { Work } from "../../shared/change.js";
import { parseId, type Ids } from "../../shared/ids.js";
import type { ReservationStores } from "../../inventory/inventory.js";
import type { Viewer } from "../../shared/viewer.js";
import { nothingChanged, type Warning } from "../../shared/warning.js";
import { askingChange } from "./asking-change.js";
import { knownAnswers, NO_SERVICES, type KnownAnswers } from "../outside/known-answers.js";
import type { CartFacts } from "../ports/cart-facts.js";
import type { CheckoutStores } from "../ports/checkout-stores.js";
import { CartChanged } from "./cart-changed.js";
import type { CartView } from "./cart-view.js";
import { lineIds, type NextLineId } from "./line-ids.js";
import { readCartTerms, type CartTerms } from "./read-cart-terms.js";
import { priceCart } from "./price-cart.js";
import { reserveCart } from "./reserve-cart.js";
import { readTermsOfCart } from "./view-cart.js";

export type CartStores = CheckoutStores & CartFacts & ReservationStores;

export interface CartTarget {
  readonly cartId: string;
  readonly expectedVersion?: number | null | undefined;
}

interface CartEdit {
  readonly edit: (cart: Cart, now: Date, nextId: NextLineId, terms: CartTerms) => void;
  /** Refuses what only the prices and the deliveries tell. */
  readonly check?: (view: CartView) => void;
  /** What the buyer is told of a change that was made. */
  readonly warn?: (view: CartView) => readonly Warning[];
}

/**
 * Makes an operation that changes a cart that is open, prices it, and notes what the buyer is shown.
 * Three statements, and none of them more with more lines. Where services outside are asked, this
 * happens before, on the cart as it would be; an answer about another cart than the changed one is
 * not used.
 * @throws CartNotFound, CartCompleted, CartMerged, StaleVersion, QuoteTooLarge
 */
export const cartChange = <Command extends CartTarget, Needs = object>(
  editOf: (command: Command, needs: Needs) => CartEdit,
) =>
  askingChange<
    CartStores,
    Needs & { readonly ids: Ids },
    Command,
    readonly CartLineId[],
    CartChanged
  >({
    prepare: async (command, viewer, needs, ask) => {
      const { cartReads, clock } = needs;
      const now = clock.now();
      const id = cartIdOf(command);
      const { edit } = editOf(command, needs);
      const snapshot = (await cartReads.byId([id])).get(id);
      if (!snapshot) throw new CartNotFound(command.cartId);
      const cart = Cart.restore(snapshot);
      const ids = lineIds(needs.ids);
      const terms = await readCartTerms(needs);
      editOpen(cart, command, () => edit(cart, now, ids.next, terms));
      const moment = { now, locale: localeOf(viewer) };
      return { answers: await ask(needs, cart.snapshot(), moment, terms), draft: ids.used };
    },
    decide: async (command, work, needs, { answers, draft }) => {
      const { edit, check, warn } = editOf(command, needs);
      const { cart, revision } = await work.stores.carts.get(cartIdOf(command));
      const terms = await readCartTerms(work.stores, revision);
      const nextId = lineIds(needs.ids, draft ?? []).next;
      editOpen(cart, command, () => edit(cart, work.now, nextId, terms));
      const isChanged = cart.version > cart.storedVersion;
      const known = answersAbout(cart, answers, (all) => knownAnswers(needs.outside, all));
      const view = await saveCart(cart, work, check, known, terms);
      return new CartChanged(view, isChanged ? (warn?.(view) ?? []) : [nothingChanged()]);
    },
  });

/** What was found out just now comes before what was stored. */
const answersAbout = (
  cart: Cart,
  answers: readonly OutsideAnswer[],
  known: (all: readonly OutsideAnswer[]) => KnownAnswers,
): KnownAnswers => known([...answers, ...(cart.snapshot().content.outsideAnswers ?? [])]);

const editOpen = (
  cart: Cart,
  { expectedVersion }: Pick<CartTarget, "expectedVersion">,
  edit: () => void,
): void => {
  cart.ensureOpen();
  checkVersion("The cart", expectedVersion, cart.version);
  edit();
};

/** @throws CartNotFound */
export const cartIdOf = ({ cartId }: Pick<CartTarget, "cartId">) => {
  const id = parseId("cart", cartId);
  if (!id) throw new CartNotFound(cartId);
  return id;
};

/** Prices a cart, checks and saves it. @param merged carts whose lines were moved into it */
export const saveCart = async (
  cart: Cart,
  { stores, viewer, now }: Work<CartStores>,
  check: CartEdit["check"],
  known: KnownAnswers = NO_SERVICES,
  terms?: CartTerms,
  merged: readonly Cart[] = [],
): Promise<CartView> => {
  const moment = { now, locale: localeOf(viewer) };
  const read = await readTermsOfCart(stores, cart.snapshot(), moment, terms);
  const reserved = await reserveCart(stores, cart, read, now, merged);
  const view = priceCart(cart.snapshot(), reserved, now, null, known);
  check?.(view);
  cart.markSeen(view.seen, now);
  cart.keepAnswers(view.outside.answers, now);
  await stores.carts.save(cart);
  return { ...view, cart: cart.snapshot() };
};

export const localeOf = ({ shoppingContext }: Viewer): string | null =>
  shoppingContext?.locale ?? null;
