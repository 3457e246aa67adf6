import type { OrderId } from "../../../src/domain/orders/ids.js";
import { paymentsContext, type PaymentsNeeds } from "../../../src/application/payments/payments.js";
import { gatewaysOf } from "../../../src/application/payments/ports/payment-gateways.js";
import type { PaymentGateway } from "../../../src/application/payments/ports/payment-gateway.js";
import type { PaymentReads } from "../../../src/application/payments/ports/payment-reads.js";
import { endPayments } from "../../../src/application/payments/settle/end-payments.js";
import { ordersContext, type OrdersNeeds } from "../../../src/application/orders/orders.js";
import { expireOrders } from "../../../src/application/orders/expire-orders.js";
import { GUEST, OPERATOR } from "../../../src/application/shared/viewer.js";
import { id } from "../../../src/domain/shared/id.js";
import { collectedLog } from "../../fakes/collected-log.js";
import { movableClock, type MovableClock } from "../../fakes/movable-clock.js";
import { FakeGateway } from "../../fakes/payments/fake-gateway.js";
import { BERLIN, cartShop, MUG, newCart, type CartsSubject } from "../checkout/cart-shop.js";
import { made } from "../pricing/market-shop.js";

export type PaymentsSubject = Pick<PaymentsNeeds, "unitOfWork" | "orderCodes"> &
  CartsSubject &
  Pick<OrdersNeeds, "orderLookups" | "orderReads" | "unitOfWork"> & {
    readonly paymentReads: PaymentReads;
  };

/**
 * A shop that takes cards by a gateway in memory, at once (`card`) or on demand (`held`).
 * @param others further gateways, of which each has an automatic method of its name
 */
export const paymentShop = async (
  subject: PaymentsSubject,
  others: readonly PaymentGateway[] = [],
  clock: MovableClock = movableClock(),
) => {
  const gateway = new FakeGateway();
  const log = collectedLog();
  const paymentServices = { gateways: gatewaysOf([gateway, ...others]), log };
  const returnOrigins = ["https://shop.example"];
  const shop = await cartShop({ ...subject, paymentServices, returnOrigins }, clock);
  const needs = { ...shop.needs, ...subject, paymentServices, clock, ids: shop.ids };
  const payments = paymentsContext.open(needs);
  const orders = ordersContext.open(needs);
  const [reconcile] = paymentsContext.outside(needs);
  for (const method of [
    { key: "card", gateway: "fake", capture: "AUTOMATIC" },
    { key: "held", gateway: "fake", capture: "MANUAL" },
    ...others.map(({ key }) => ({ key, gateway: key, capture: "AUTOMATIC" }) as const),
  ] as const)
    made(await payments.paymentMethodCreate({ method }, OPERATOR));

  const ready = async (quantity = 2, variantId: string = MUG): Promise<string> => {
    const cartId = await newCart(shop, [{ variantId, quantity }]);
    const said = { cartId, email: "jo@example.com", shippingAddress: BERLIN };
    made(await shop.checkout.cartUpdate(said, GUEST));
    const { deliveryOptionId } = shop;
    made(await shop.checkout.cartDeliveryOptionSelect({ cartId, deliveryOptionId }, GUEST));
    return cartId;
  };

  /** Two mugs and their delivery: 24.90 EUR. */
  const order = async (token: string | null, paymentMethod = "card") => {
    const cartId = await ready();
    const submitted = made(
      await shop.checkout.checkoutSubmit(
        { cartId, paymentMethod, payment: { token }, expectedTotal: "24.90" },
        GUEST,
      ),
    );
    const orderId = id<OrderId>(submitted.orderId);
    return { ...submitted, orderId, cartId, link: subject.orderCodes.linkOf(cartId) };
  };

  const orderOf = (orderId: OrderId) =>
    subject.unitOfWork.run(async (stores) => (await stores.orders.get(orderId)).snapshot());
  const paymentsOf = async (orderId: OrderId) =>
    (await subject.paymentReads.ofOrders([orderId])).get(orderId) ?? [];
  /** State and payment status of an order, and the state of each payment. */
  const states = async (orderId: OrderId) => {
    const { state, paymentStatus } = await orderOf(orderId);
    return [state, paymentStatus, ...(await paymentsOf(orderId)).map((one) => one.state)].join(" ");
  };
  const timeline = async (orderId: OrderId) =>
    ((await subject.orderReads.timelinesOf([orderId])).get(orderId) ?? []).map(({ kind }) => kind);
  const available = async () => {
    const cartId = await newCart(shop, [{ variantId: MUG, quantity: 1 }]);
    return (await shop.checkout.cart({ cartId }, GUEST)).lines[0]?.available;
  };
  return {
    shop,
    clock,
    gateway,
    log,
    needs,
    payments,
    orders,
    ready,
    order,
    orderOf,
    paymentsOf,
    states,
    timeline,
    available,
    /** One round of the work that settles what is open, when the next calls are due. */
    reconcile: async (after = 60_000) => {
      clock.forward(after);
      await reconcile?.run(clock.now(), new AbortController().signal);
    },
    /** Ends the orders whose time is over, and what follows from it. */
    expire: async () => {
      await subject.unitOfWork.run((stores) => expireOrders.run(clock.now(), stores));
    },
    /** What follows from the end of an order. */
    end: (orderId: OrderId) =>
      subject.unitOfWork.run((stores) =>
        endPayments(needs).handle(
          {
            id: "event",
            type: "orders.order-cancelled",
            aggregateId: orderId,
            sequence: 1,
            occurredAt: clock.now(),
            facts: {},
          },
          stores,
        ),
      ),
  };
};

export type PaymentShop = Awaited<ReturnType<typeof paymentShop>>;
