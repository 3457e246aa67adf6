import { variantId } from "../../builders/product-content.js";
import type { PreparedIds, Samples } from "./sample.js";

const CART =
  "cart { id version status totalQuantity buyer { email } lines { id quantity sku attributes { key value } amounts { gross { amount } } } shippingAddress { country city } deliveryGroups { selectedDeliveryOptionId amounts { gross { amount } } } totals { total { amount } } requirements { code path } }";
const MUG = variantId(10);
const ADDRESS = {
  lastName: "Doe",
  line1: "Main street 1",
  postalCode: "0150",
  city: "Oslo",
  country: "NO",
};
const NO_CART = "cart_01h00000000000000000009999";

/** Samples of the mutations of carts. */
export const cartSamples = ({
  cart: { id: cartId, line, note },
  ready,
  delivery: { flat, pickup },
}: PreparedIds): Samples => ({
  cartCreate: {
    input: { lines: [{ variantId: MUG, quantity: 2 }], email: "jo@example.com" },
    other: { shippingAddress: ADDRESS },
    refused: { lines: [{ variantId: MUG, quantity: 0 }] },
    selection: CART,
  },
  cartLinesAdd: {
    input: {
      cartId,
      lines: [{ variantId: MUG, quantity: 1, attributes: [{ key: "text", value: "Jo" }] }],
    },
    other: { cartId, lines: [{ variantId: MUG, quantity: 3 }] },
    refused: { cartId: NO_CART, lines: [{ variantId: MUG, quantity: 3 }] },
    selection: CART,
  },
  cartLinesUpdate: {
    input: { cartId, lines: [{ id: line, quantity: 5 }] },
    other: { cartId, lines: [{ id: line, quantity: 6 }] },
    refused: { cartId, lines: [{ id: "cartline_01h00000000000000000009999", quantity: 6 }] },
    selection: CART,
  },
  cartLinesRemove: {
    input: { cartId, lineIds: [line] },
    other: { cartId, lineIds: [note] },
    refused: { cartId, lineIds: [line, line] },
    selection: CART,
  },
  cartUpdate: {
    input: { cartId, email: "jo@example.com", note: "Ring twice.", billingAddress: ADDRESS },
    other: { cartId, attributes: [{ key: "campaign", value: "spring" }] },
    refused: { cartId, email: "nobody" },
    selection: CART,
  },
  cartDeliveryOptionSelect: {
    input: { cartId, deliveryOptionId: pickup },
    other: { cartId, deliveryOptionId: flat },
    refused: { cartId, deliveryOptionId: cartId },
    selection: CART,
  },
  cartMarketSelect: {
    input: { cartId, market: "ch" },
    other: { cartId, market: "at" },
    refused: { cartId, market: "xx" },
    selection: CART,
  },
  checkoutSubmit: {
    input: { cartId: ready.id, paymentMethod: "manual", expectedTotal: ready.total },
    other: { cartId: ready.id, paymentMethod: "manual", expectedTotal: "1.00" },
    refused: { cartId, paymentMethod: "manual", expectedTotal: ready.total },
    selection:
      "orderId orderNumber orderLink order { id number state version totals { total { amount } } lines { title quantity } }",
  },
});
