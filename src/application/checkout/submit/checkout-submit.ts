import { CartCompleted } from "../../../domain/checkout/errors.js";
import { insufficientStock } from "../../../domain/checkout/requirements.js";
import type { PaymentId } from "../../../domain/payments/ids.js";
import { Money } from "../../../domain/shared/money.js";
import { Problems } from "../../../domain/shared/problems.js";
import { checkVersion } from "../../../domain/shared/stale-version.js";
import {
  completeReservation,
  planReservation,
  type ReservationStores,
  type StockShortage,
} from "../../inventory/inventory.js";
import { placeOrder } from "../../orders/orders.js";
import type { OrderCodes } from "../../orders/ports/order-codes.js";
import type { OrderStores } from "../../orders/ports/order-stores.js";
import { GATEWAY_WAIT_MS, startPayment } from "../../payments/payments.js";
import type { PaymentStores } from "../../payments/ports/payment-stores.js";
import type { Work } from "../../shared/change.js";
import type { Ids } from "../../shared/ids.js";
import type { CartWithRevision } from "../ports/checkout-stores.js";
import { cartIdOf, localeOf, type CartStores } from "../carts/cart-change.js";
import type { CartView } from "../carts/cart-view.js";
import { destinationOf } from "../carts/destination-of.js";
import { readCartTerms } from "../carts/read-cart-terms.js";
import { viewCart } from "../carts/view-cart.js";
import { askingChange } from "../carts/asking-change.js";
import { knownAnswers, type KnownAnswers } from "../outside/known-answers.js";
import { orderContentOf } from "./order-content-of.js";
import { checkSubmission, type CheckoutSubmit, type SubmissionNeeds } from "./check-submission.js";

export interface CheckoutSubmitted {
  readonly cartId: string;
  readonly orderId: string;
  readonly orderNumber: string;
  /** The payment that was started; null for a method without a gateway. */
  readonly paymentId: PaymentId | null;
}

export type SubmitStores = CartStores &
  ReservationStores &
  OrderStores &
  Pick<PaymentStores, "payments">;

interface Needs extends SubmissionNeeds {
  readonly ids: Ids;
  readonly orderCodes: OrderCodes;
  readonly callGateway: CallGateway;
}

const MINUTE_MS = 60_000;

/** Calls the gateway of a payment, outside of any unit of work. */
export type CallGateway = (id: PaymentId, signal: AbortSignal) => Promise<void>;

/**
 * Places the order of a cart: prices it once more, refuses it by what the cart shows as
 * requirements, and reserves its units, in one unit of work. Rows are inserted first, and the
 * counters that many buyers want are changed last. A cart has one order, so a second tab and a
 * repetition get the first one. What services outside answered must be an answer to this very cart and
 * must not have expired; it is asked for again before.
 */
export const checkoutSubmit = askingChange<
  SubmitStores,
  Needs,
  CheckoutSubmit,
  null,
  CheckoutSubmitted
>({
  prepare: async (command, viewer, needs, ask) => {
    const id = cartIdOf(command);
    const cart = (await needs.cartReads.byId([id])).get(id);
    // What becomes of another one is decided in the unit of work, which knows its order.
    if (cart?.state !== "OPEN") return { answers: [], draft: null };
    const { paymentMethod = null } = command;
    const moment = { now: needs.clock.now(), locale: localeOf(viewer), paymentMethod };
    return { answers: await ask(needs, cart, moment), draft: null };
  },
  decide: async (command, work, needs, { answers }) => {
    const { stores, now } = work;
    const locked = await stores.carts.get(cartIdOf(command));
    const { cart } = locked;
    const { orderId, content } = cart.snapshot();
    if (orderId !== null) return firstOrder(command, stores, orderId);
    cart.ensureOpen();
    checkVersion("The cart", command.expectedVersion, cart.version);
    const all = [...answers, ...(content.outsideAnswers ?? [])];
    const { view, tag } = await pricedCart(
      locked,
      command,
      work,
      knownAnswers(needs.outside, all, now),
    );
    const { method, details } = checkSubmission(command, view, needs);
    const isFree = method === null;
    const endsAt = isFree ? null : new Date(now.getTime() + method.payWithinMinutes * MINUTE_MS);
    const { order } = await placeOrder(
      stores,
      {
        cartId: cart.id,
        content: orderContentOf(view, { requested: localeOf(work.viewer), tag }),
        paymentMethod: method?.key ?? null,
        reservationEndsAt: endsAt,
        placedAt: now,
      },
      needs,
    );
    cart.convert(order.id, now);
    await stores.carts.save(cart);
    const { minorUnits: amount, currency } = view.quote.totals.total;
    const start = { orderId: order.id, attempt: 1, amount, currency, ...details };
    const payment =
      method && (await startPayment(stores, { ...start, method }, { ids: needs.ids, now }));
    await reserve(stores, view, { holder: order.id, expiresAt: endsAt, now, isPaid: isFree });
    return {
      cartId: cart.id,
      orderId: order.id,
      orderNumber: order.snapshot().number,
      paymentId: payment?.id ?? null,
    };
  },
  afterwards: async ({ paymentId }, { signal }, { callGateway }) => {
    if (paymentId) await callGateway(paymentId, signal);
  },
  afterwardsMs: GATEWAY_WAIT_MS,
  repeatsAfterwards: true,
});

/** The order that was placed from the cart before, unless the buyer saw another total. */
const firstOrder = async (
  command: CheckoutSubmit,
  { orders }: Pick<OrderStores, "orders">,
  orderId: string,
): Promise<CheckoutSubmitted> => {
  const { cartId } = command;
  const order = (await orders.ofCart(cartId))?.snapshot();
  const total = order?.content.quote.totals.total;
  if (!order || !total || !isTotal(command, total)) throw new CartCompleted(orderId);
  return { cartId, orderId, orderNumber: order.number, paymentId: null };
};

const isTotal = ({ expectedTotal, expectedCurrency }: CheckoutSubmit, total: Money): boolean =>
  new Problems()
    .collect(() => Money.parse(expectedTotal, expectedCurrency ?? total.currency))
    ?.equals(total) ?? false;

const pricedCart = async (
  { cart, revision }: CartWithRevision,
  { paymentMethod = null }: CheckoutSubmit,
  { stores, viewer, now }: Work<SubmitStores>,
  known: KnownAnswers,
): Promise<{ readonly view: CartView; readonly tag: string }> => {
  const terms = await readCartTerms(stores, revision);
  const locale = localeOf(viewer);
  const moment = { now, locale, paymentMethod };
  const view = await viewCart(stores, cart.snapshot(), moment, known, terms);
  const inDefault = terms.markets.find(({ isDefault }) => isDefault)?.locales[0];
  return { view, tag: locale ?? inDefault ?? "en" };
};

/** @throws Refused with INSUFFICIENT_STOCK, after which nothing of the order is left */
const reserve = async (
  stores: ReservationStores,
  { cart, lines, market }: CartView,
  reservation: {
    readonly holder: string;
    readonly expiresAt: Date | null;
    readonly now: Date;
    readonly isPaid: boolean;
  },
): Promise<void> => {
  const plan = await planReservation(stores, {
    ...reservation,
    lines: lines.flatMap(({ line, variant }) =>
      variant
        ? [
            {
              variantId: line.variantId,
              quantity: line.quantity,
              tracked: variant.tracked,
              soldOutPolicy: variant.soldOutPolicy,
            },
          ]
        : [],
    ),
    destination: destinationOf(market, cart.content),
    // The order gets the units of its cart before anybody else can.
    priorHolders: cart.content.hold ? [cart.id] : [],
  });
  const { shortages } = await completeReservation(stores, plan);
  const problems = new Problems();
  for (const shortage of shortages)
    for (const requirement of requirementsOfShortage(shortage, lines)) problems.add(requirement);
  problems.throwIfAny();
};

const requirementsOfShortage = (
  { variantId, requested, available }: StockShortage,
  lines: CartView["lines"],
) =>
  lines.flatMap(({ line }, index) =>
    line.variantId === variantId
      ? [insufficientStock(index, { variantId, requested, available })]
      : [],
  );
