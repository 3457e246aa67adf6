import {
  CartCreateDocument,
  CartMarketSelectDocument,
  LinesAddDocument,
  LinesRemoveDocument,
  LinesUpdateDocument,
  type CartLineInput,
  type PlinthUserErrorFragment,
} from "../gql/graphql";
import { ask, type Asker } from "./ask.server";
import type { Basket } from "./frame.server";

export interface CartChange {
  /** Null when it was refused. */
  readonly cart: Pick<Basket, "id"> | null;
  readonly userErrors: readonly PlinthUserErrorFragment[];
}

/** The cart is not open any more: what is put into it goes into a new one. */
export const CLOSED: ReadonlySet<string> = new Set([
  "CART_NOT_FOUND",
  "CART_COMPLETED",
  "CART_MERGED",
  "INVALID_ID",
]);

const isClosed = ({ userErrors }: CartChange): boolean =>
  userErrors.some(({ code }) => CLOSED.has(code));

/** Puts units into the cart of the buyer, or into a new one. */
export const addLine = async (
  asker: Asker,
  cartId: string | null,
  line: CartLineInput,
  key: string | null,
): Promise<CartChange> => {
  if (cartId !== null) {
    const input = { cartId, lines: [line] };
    const { data } = await ask(asker, LinesAddDocument, { input }, key);
    if (!isClosed(data.cartLinesAdd)) return data.cartLinesAdd;
  }
  return createCart(asker, [line], key);
};

const createCart = async (
  asker: Asker,
  lines: readonly CartLineInput[],
  key: string | null,
): Promise<CartChange> => {
  const input = { lines: [...lines] };
  const { data } = await ask(asker, CartCreateDocument, { input }, key ?? crypto.randomUUID());
  return data.cartCreate;
};

/** Sets the units of a line; none removes it. */
export const setQuantity = async (
  asker: Asker,
  cartId: string,
  { id, quantity }: { readonly id: string; readonly quantity: number },
): Promise<CartChange> => {
  if (quantity > 0) {
    const input = { cartId, lines: [{ id, quantity }] };
    const { data } = await ask(asker, LinesUpdateDocument, { input });
    return data.cartLinesUpdate;
  }
  const { data } = await ask(asker, LinesRemoveDocument, { input: { cartId, lineIds: [id] } });
  return data.cartLinesRemove;
};

/** Moves the cart to another market. What is not sold there stays in it, and says so. */
export const moveCart = async (
  asker: Asker,
  cartId: string,
  market: string,
): Promise<CartChange> => {
  const input = { cartId, market };
  const { data } = await ask(asker, CartMarketSelectDocument, { input });
  return data.cartMarketSelect;
};
