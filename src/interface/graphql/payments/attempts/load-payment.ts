import type { OrderId } from "../../../../domain/orders/ids.js";
import type { PaymentId, RefundId } from "../../../../domain/payments/ids.js";
import type { PaymentView } from "../../../../application/payments/ports/payment-reads.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { type PaymentSource, presentPayment, type RefundSource } from "./present-payment.js";

/** One payment, together with all others that are requested in the same tick. For staff. */
export const loadPayment = async (
  { app, batch, viewer }: GraphqlContext,
  id: PaymentId,
): Promise<PaymentSource | null> => {
  const found = await batch.load(["payment"], id, (ids: readonly PaymentId[]) =>
    app.payments.admin.byId(ids, viewer),
  );
  return found && presentPayment(found);
};

/** One refund. For staff. */
export const loadRefund = async (
  { app, batch, viewer }: GraphqlContext,
  id: RefundId,
): Promise<RefundSource | null> => {
  const payment = await batch.load(["payment of refund"], id, (ids: readonly RefundId[]) =>
    app.payments.admin.ofRefunds(ids, viewer),
  );
  return (payment && presentPayment(payment).refunds.find((one) => one.id === id)) ?? null;
};

/** The payments of an order by attempt, together with those of other orders. */
export const loadPaymentsOfOrder = async (
  { api, app, batch, viewer }: GraphqlContext,
  id: OrderId,
): Promise<readonly PaymentView[]> =>
  (await batch.load(["payments of order"], id, (ids: readonly OrderId[]) =>
    app.payments[api].ofOrders(ids, viewer),
  )) ?? [];
