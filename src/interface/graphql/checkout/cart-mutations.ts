import { mutations } from "../mutation/mutations.js";
import {
  CartCreateInput,
  CartDeliveryOptionSelectInput,
  CartLinesAddInput,
  CartLinesRemoveInput,
  CartLinesUpdateInput,
  CartMarketSelectInput,
  CartUpdateInput,
  CheckoutSubmitInput,
} from "./cart-target-input.js";
import { CartPayload } from "./cart-payload.js";
import { CheckoutSubmitPayload } from "./checkout-submit-payload.js";

const ofCart = { payload: () => CartPayload, cartId: "cartId" } as const;

export const cartMutations = mutations("checkout", {
  cartCreate: {
    input: () => CartCreateInput,
    payload: () => CartPayload,
    description:
      "Creates a cart in the market of the request. An Idempotency-Key must be a random UUID (version 4) here, because there is no cart yet that it could belong to.",
    about: "What is known of it.",
  },
  cartLinesAdd: {
    ...ofCart,
    input: () => CartLinesAddInput,
    description:
      "Puts units of variants into a cart. Units of a variant that is in it with the same attributes are added to its line.",
    about: "The cart and the lines.",
  },
  cartLinesUpdate: {
    ...ofCart,
    input: () => CartLinesUpdateInput,
    description: "Changes how many units lines of a cart have.",
    about: "The cart and the lines.",
  },
  cartLinesRemove: {
    ...ofCart,
    input: () => CartLinesRemoveInput,
    description: "Takes lines out of a cart.",
    about: "The cart and the lines.",
  },
  cartUpdate: {
    ...ofCart,
    input: () => CartUpdateInput,
    description:
      "Changes addresses, e-mail address, phone number, VAT id, note and attributes of a cart. Taxes and deliveries follow the addresses.",
    about: "The cart and the changes.",
  },
  cartDeliveryOptionSelect: {
    ...ofCart,
    input: () => CartDeliveryOptionSelectInput,
    description: "Chooses one of the delivery options that a delivery group of a cart offers.",
    about: "The cart and the option.",
  },
  cartMarketSelect: {
    ...ofCart,
    input: () => CartMarketSelectInput,
    description:
      "Moves a cart to another market. Its lines, addresses and choices stay, and are priced in the currency and by the terms there. What is not sold there is named by `warnings` (NOT_SOLD_IN_MARKET) and by the requirements of the cart; so is an address that is not served, and a delivery option that is not offered.",
    about: "The cart and the market.",
  },
  checkoutSubmit: {
    input: () => CheckoutSubmitInput,
    payload: () => CheckoutSubmitPayload,
    cartId: "cartId",
    description:
      "Places the order of a cart, and holds its units until it is paid. It is refused with the codes of the requirements of the cart. A cart has one order: sent again, also from another window, it answers the first one.",
    about: "The cart, how it is paid, and the total that the buyer saw.",
  },
});
