import { Cart } from "../../../domain/checkout/cart.js";
import type { VatIds } from "../../pricing/ports/vat-ids.js";
import type { CartId, CartLineId } from "../../../domain/checkout/ids.js";
import type { Ids } from "../../shared/ids.js";
import type { Viewer } from "../../shared/viewer.js";
import { askingChange } from "./asking-change.js";
import { knownAnswers } from "../outside/known-answers.js";
import { CartChanged } from "./cart-changed.js";
import {
  cartAddresses,
  cartPatch,
  checkCountry,
  type AddressesRequest,
  type CartDetails,
} from "./cart-details.js";
import type { CartView } from "./cart-view.js";
import { localeOf, saveCart, type CartStores } from "./cart-change.js";
import { checkAdded, linesToAdd, type LineRequest } from "./lines-to-add.js";
import { lineIds, type NextLineId } from "./line-ids.js";
import { readCartTerms, type CartTerms } from "./read-cart-terms.js";

export interface CartCreate extends CartDetails, AddressesRequest {
  readonly lines?: readonly LineRequest[] | null | undefined;
}

interface Needs {
  readonly ids: Ids;
  readonly vatIds: VatIds;
}

interface Start {
  readonly viewer: Viewer;
  readonly now: Date;
}

/** The ids of the cart and its lines. */
interface Draft {
  readonly id: CartId;
  readonly lines: readonly CartLineId[];
}

/** What a cart is started with, before its market and its id are known. */
const startOf = (command: CartCreate, vatIds: VatIds) => {
  const requests = command.lines ?? [];
  const [lines, patch, addresses] = [
    linesToAdd(requests),
    cartPatch(command, vatIds),
    cartAddresses(command),
  ];
  return {
    cart: (id: CartId, { markets }: CartTerms, { viewer, now }: Start, nextId: NextLineId) => {
      const key = viewer.shoppingContext?.market;
      const market = markets.find((one) => (key === undefined ? one.isDefault : one.key === key));
      if (!market) throw new Error("The market of the request does not exist.");
      const salesChannel = viewer.shoppingContext?.salesChannel ?? "WEB";
      const cart = Cart.create(id, { market: market.id, salesChannel }, now);
      cart.addLines(lines, nextId, now);
      cart.update(patch, now);
      cart.setAddresses(addresses, now);
      return cart;
    },
    check: (view: CartView): void => {
      checkAdded(requests)(view);
      checkCountry(addresses)(view);
    },
  };
};

/** Starts a cart in the market of the request. With its id anybody can change it. */
export const cartCreate = askingChange<CartStores, Needs, CartCreate, Draft, CartChanged>({
  prepare: async (command, viewer, needs, ask) => {
    const now = needs.clock.now();
    const id = needs.ids.secret("cart");
    const lines = lineIds(needs.ids);
    const terms = await readCartTerms(needs);
    const cart = startOf(command, needs.vatIds).cart(id, terms, { viewer, now }, lines.next);
    const moment = { now, locale: localeOf(viewer) };
    const answers = await ask(needs, cart.snapshot(), moment);
    return { answers, draft: { id, lines: lines.used } };
  },
  decide: async (command, work, { ids, vatIds, outside }, { answers, draft }) => {
    const start = startOf(command, vatIds);
    const terms = await readCartTerms(work.stores);
    const id = draft?.id ?? ids.secret("cart");
    const cart = start.cart(id, terms, work, lineIds(ids, draft?.lines).next);
    const known = knownAnswers(outside, answers);
    return new CartChanged(await saveCart(cart, work, start.check, known, terms));
  },
});
