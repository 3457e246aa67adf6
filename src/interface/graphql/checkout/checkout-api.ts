import { checkoutContext } from "../../../application/checkout/checkout.js";
import type { ContextApi } from "../nodes/context-api.js";
import { cartMutations } from "./cart-mutations.js";
import { CartPayloadResolver, loadCart } from "./cart-payload.js";
import { CartQueries } from "./cart-queries.js";
import { CheckoutSubmitPayloadResolver } from "./checkout-submit-payload.js";
import { PaymentMethodQueries } from "./payment-method-queries.js";
import { CHECKOUT_ERROR_CODES } from "./checkout-error-codes.js";

export const checkoutApi = {
  context: checkoutContext,
  errorCodes: CHECKOUT_ERROR_CODES,
  shop: [
    CartQueries,
    PaymentMethodQueries,
    cartMutations,
    CartPayloadResolver,
    CheckoutSubmitPayloadResolver,
  ],
  nodes: {
    cart: {
      typeName: "Cart",
      answerFor: "one-buyer",
      operations: { shop: "checkout.cart" },
      find: (id, _requested, context) => loadCart(context, id),
    },
  },
} as const satisfies ContextApi<"cart">;
