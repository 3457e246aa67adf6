import type { Order } from "../../domain/orders/orders.js";
import { AmountNotPositive, PaymentNotFound } from "../../domain/payments/errors.js";
import type { PaymentId } from "../../domain/payments/ids.js";
import type { Payment } from "../../domain/payments/payment.js";
import { Money } from "../../domain/shared/money.js";
import { withPath } from "../../domain/shared/domain-error.js";
import { checkVersion } from "../../domain/shared/stale-version.js";
import { parseId } from "../shared/ids.js";
import type { Target } from "../shared/lock-target.js";
import type { SettleStores } from "./settle/settle-order.js";

/** A locked payment with its order and the other payments of it. */
export interface LockedPayment {
  readonly order: Order;
  readonly payments: readonly Payment[];
  readonly payment: Payment;
}

/** Locks the order first, then its payments. @throws PaymentNotFound, StaleVersion */
export const lockPayment = async (
  { payments, orders }: SettleStores,
  { id: raw, expectedVersion }: Target,
): Promise<LockedPayment> => {
  const id = parseId("payment", raw);
  const names = id && (await payments.namesOf(id));
  if (!names) throw new PaymentNotFound(raw);
  const order = await orders.get(names.orderId);
  const all = await payments.ofOrder(order.id);
  const payment = all.find((one) => one.id === names.paymentId);
  if (!payment) throw new PaymentNotFound(raw);
  checkVersion(raw, expectedVersion, payment.snapshot().version);
  return { order, payments: all, payment };
};

/** The result of a change of a payment. Plain JSON. */
export interface PaymentChanged {
  readonly orderId: string;
  readonly paymentId: PaymentId;
}

/** A decimal as minor units, at least one. @throws InvalidAmount, AmountNotPositive */
export const minorUnitsOf = (amount: string, currency: string): number =>
  withPath(
    (path) => ["amount", ...path],
    () => {
      const { minorUnits } = Money.parse(amount, currency);
      if (minorUnits < 1) throw new AmountNotPositive();
      return minorUnits;
    },
  );
