import { CHECKOUT_PREFIXES } from "../../domain/checkout/ids.js";
import type { ReturnOrigins } from "../../domain/payments/payments.js";
import type { PaymentId } from "../../domain/payments/ids.js";
import type { OrderLinks } from "../orders/ports/order-links.js";
import type { OrderCodes } from "../orders/ports/order-codes.js";
import type { OrderReads } from "../orders/ports/order-reads.js";
import { settlePayment, type SettleStores } from "../payments/payments.js";
import type { PaymentReads } from "../payments/ports/payment-reads.js";
import { NO_GATEWAYS, type PaymentServices } from "../payments/ports/payment-services.js";
import type { VatIds } from "../pricing/ports/vat-ids.js";
import type { Clock } from "../shared/clock.js";
import type { BackgroundWork, Context } from "../shared/context.js";
import type { IdempotencyKeyReads, IdempotencyStores } from "../shared/idempotency-keys.js";
import type { Ids } from "../shared/ids.js";
import type { UnitOfWork } from "../shared/unit-of-work.js";
import { wired, type Wired } from "../shared/wired.js";
import { cartCreate } from "./carts/cart-create.js";
import { cartDeliveryOptionSelect } from "./carts/cart-delivery-option-select.js";
import { cartLinesAdd } from "./carts/cart-lines-add.js";
import { cartLinesRemove } from "./carts/cart-lines-remove.js";
import { cartLinesUpdate } from "./carts/cart-lines-update.js";
import { cartMarketSelect } from "./carts/cart-market-select.js";
import { cartUpdate } from "./carts/cart-update.js";
import { forgetOldCarts } from "./carts/forget-old-carts.js";
import { cart } from "./carts/cart.js";
import { askAboutCart } from "./carts/ask-about-cart.js";
import { paymentMethods } from "./carts/payment-methods.js";
import { checkoutSubmit, type SubmitStores } from "./submit/checkout-submit.js";
import { orderLink } from "./submit/order-link.js";
import type { CartFacts } from "./ports/cart-facts.js";
import type { CartReads } from "./ports/cart-reads.js";
import type { CheckoutStores } from "./ports/checkout-stores.js";
import type { OutsideServices } from "./ports/outside-services.js";
import { CHECKOUT_WARNINGS } from "./ports/warnings.js";

/** What signing in does with the cart of a guest. */
export { mergeCarts } from "./carts/merge-carts.js";

export interface CheckoutNeeds extends CartFacts {
  readonly cartReads: CartReads;
  readonly idempotencyKeyReads: IdempotencyKeyReads;
  /** Left out or null: nobody outside is asked. */
  readonly outside?: OutsideServices | null;
  readonly vatIds: VatIds;
  readonly orderCodes: OrderCodes;
  readonly orderLinks: OrderLinks;
  /** Left out or null: there is no gateway. */
  readonly paymentServices?: PaymentServices | null;
  /** Where buyers may come back to from a gateway; left out: nowhere. */
  readonly returnOrigins?: ReturnOrigins;
  readonly paymentReads: PaymentReads;
  readonly orderReads: OrderReads;
  readonly unitOfWork: UnitOfWork<SubmitStores & SettleStores & IdempotencyStores>;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Everything that buyers can do with a cart. */
export const CHECKOUT = {
  cart,
  cartCreate,
  cartLinesAdd,
  cartLinesUpdate,
  cartLinesRemove,
  cartUpdate,
  cartDeliveryOptionSelect,
  cartMarketSelect,
  paymentMethods,
  checkoutSubmit,
  orderLink,
};

export type Checkout = Wired<typeof CHECKOUT>;

export const checkoutContext = {
  name: "checkout",
  idPrefixes: CHECKOUT_PREFIXES,
  warnings: CHECKOUT_WARNINGS,
  operations: CHECKOUT,
  open: ({ paymentServices, ...needs }: CheckoutNeeds): Checkout => {
    const services = paymentServices ?? NO_GATEWAYS;
    return wired(CHECKOUT, {
      ...needs,
      ...services,
      callGateway: (id: PaymentId, signal: AbortSignal) =>
        settlePayment(id, { ...needs, ...services }, { signal }),
      askAboutCart: needs.outside ? askAboutCart(needs.outside, needs.clock) : null,
    });
  },
  background: (needs): Partial<BackgroundWork<CheckoutStores>> => ({
    recurring: [forgetOldCarts(needs)],
  }),
} as const satisfies Context;
