import { redirect } from "react-router";
import {
  CartUpdateDocument,
  CheckoutDocument,
  DeliverySelectDocument,
  OrderOfCartDocument,
  SubmitDocument,
  type CheckoutCartFragment,
  type CheckoutQuery,
  type PlinthUserErrorFragment,
  type SubmitMutation,
} from "../gql/graphql";
import { ask, needed, type Asker } from "./ask.server";
import { CLOSED } from "./cart.server";
import { detailsIn, isKnown } from "./details.server";
import { textOf } from "./form.server";

export interface OpenCheckout extends CheckoutQuery {
  readonly cart: NonNullable<CheckoutQuery["cart"]>;
  readonly paymentMethods: NonNullable<CheckoutQuery["paymentMethods"]>;
}

export type Closed = "completed" | "gone";

/** The checkout of a cart, or why it has none. */
export const readCheckout = async (
  asker: Asker,
  cartId: string,
): Promise<OpenCheckout | Closed> => {
  const answer = await ask(asker, CheckoutDocument, { cart: cartId });
  if (answer.codes.includes("CART_COMPLETED")) return "completed";
  if (answer.codes.some((code) => CLOSED.has(code))) return "gone";
  return {
    ...answer.data,
    cart: needed(answer, "cart"),
    paymentMethods: needed(answer, "paymentMethods"),
  };
};

interface Saved {
  readonly cart: CheckoutCartFragment;
  readonly userErrors: readonly PlinthUserErrorFragment[];
}

/** Saves what the form says otherwise than the cart: who buys, where to, and how it is sent. */
export const saveForm = async (
  asker: Asker,
  cart: CheckoutCartFragment,
  form: FormData,
): Promise<Saved> => {
  let current = cart;
  const details = detailsIn(form);
  if (!isKnown(cart, details)) {
    const input = { cartId: cart.id, ...details };
    const { cartUpdate } = (await ask(asker, CartUpdateDocument, { input })).data;
    if (!cartUpdate.cart) return { cart, userErrors: cartUpdate.userErrors };
    current = cartUpdate.cart;
  }
  for (const { key, selectedDeliveryOptionId, deliveryOptions } of current.deliveryGroups) {
    const id = textOf(form, `delivery.${key}`);
    const isOffered = deliveryOptions.some(({ option }) => option.id === id);
    if (!isOffered || id === selectedDeliveryOptionId) continue;
    const input = { cartId: cart.id, deliveryGroup: key, deliveryOptionId: id };
    const { cartDeliveryOptionSelect: selected } = (
      await ask(asker, DeliverySelectDocument, { input })
    ).data;
    if (!selected.cart) return { cart: current, userErrors: selected.userErrors };
    current = selected.cart;
  }
  return { cart: current, userErrors: [] };
};

interface Payment {
  readonly checkout: OpenCheckout;
  readonly key: string;
  readonly returnUrl: string;
}

/** Places the order for the total that the buyer has seen. */
export const placeOrder = async (
  asker: Asker,
  form: FormData,
  { checkout: { cart, paymentMethods }, key, returnUrl }: Payment,
): Promise<SubmitMutation["checkoutSubmit"]> => {
  const token = textOf(form, "token");
  const method = textOf(form, "method");
  const hasGateway = paymentMethods.some(
    (offer) => offer.method.key === method && offer.method.gateway,
  );
  const input = {
    cartId: cart.id,
    expectedTotal: textOf(form, "total"),
    expectedCurrency: textOf(form, "currency") || null,
    paymentMethod: method || null,
    payment: hasGateway ? { token, returnUrl } : null,
  };
  return (await ask(asker, SubmitDocument, { input }, key)).data.checkoutSubmit;
};

/** The link of the order that was placed from a cart: for a buyer whom the answer has not reached. */
export const orderOfCart = async (asker: Asker, cartId: string): Promise<string | null> =>
  (await ask(asker, OrderOfCartDocument, { cart: cartId })).data.order?.link ?? null;

/** Leads on where the checkout of a cart cannot. */
export const leaveCheckout = (closed: Closed, path: (path: string) => string): Response =>
  redirect(path(closed === "completed" ? "/checkout/return" : "/cart"));
