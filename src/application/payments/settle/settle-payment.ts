import type { OrderId } from "../../../domain/orders/ids.js";
import type { PaymentId } from "../../../domain/payments/ids.js";
import { nextCall, SENDABLE_MS, type GatewayCall } from "../../../domain/payments/next-call.js";
import type { Payment } from "../../../domain/payments/payment.js";
import type { PaymentSnapshot } from "../../../domain/payments/payment-snapshot.js";
import { filledReturnUrl, namesLink } from "../../../domain/payments/checked-return-url.js";
import type { OrderLinks } from "../../orders/ports/order-links.js";
import type { OrderReads } from "../../orders/ports/order-reads.js";
import type { Clock } from "../../shared/clock.js";
import type { Ids } from "../../shared/ids.js";
import type { Log } from "../../shared/log.js";
import type { UnitOfWork } from "../../shared/unit-of-work.js";
import {
  GatewayError,
  type GatewayPayment,
  type PaymentGateway,
} from "../ports/payment-gateway.js";
import type { PaymentGateways } from "../ports/payment-gateways.js";
import type { PaymentReads } from "../ports/payment-reads.js";
import { settleOrder, type SettleStores } from "./settle-order.js";

export interface SettleNeeds {
  readonly paymentReads: Pick<PaymentReads, "forGateway">;
  readonly orderReads: Pick<OrderReads, "byId">;
  readonly orderLinks: OrderLinks;
  readonly gateways: PaymentGateways;
  readonly unitOfWork: UnitOfWork<SettleStores>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
}

interface Settling {
  readonly signal?: AbortSignal | undefined;
  /** Whether the truth is looked up even when nothing seems to be open. */
  readonly looksUp?: boolean;
}

/** More is left to the next run: another process may be at it. */
const MOST_CALLS = 20;

/**
 * Calls the gateway for what a payment waits for, outside of any unit of work, and applies its answers.
 * Without an answer nothing changes: the payment stays due. May run several times at once.
 */
export const settlePayment = async (
  id: PaymentId,
  needs: SettleNeeds,
  { signal, looksUp = false }: Settling = {},
): Promise<void> => {
  const made = new Set<string>();
  let isFetched = false;
  while (made.size < MOST_CALLS && !signal?.aborted) {
    const payment = await needs.paymentReads.forGateway(id);
    const gateway = payment?.gateway ? needs.gateways.get(payment.gateway) : null;
    if (!payment || !gateway) return;
    const call: GatewayCall | null =
      looksUp && !isFetched ? { kind: "FETCH" } : nextCall(payment, needs.clock.now(), isFetched);
    const name = call && nameOf(call);
    if (!call || !name || made.has(name)) return;
    made.add(name);
    if (!(await makeCall(payment, gateway, call, needs, signal))) return;
    isFetched = true;
  }
};

const nameOf = (call: GatewayCall): string =>
  call.kind === "REFUND" ? `REFUND ${call.refund.id}` : call.kind;

/** @returns whether the gateway has answered */
const makeCall = async (
  payment: PaymentSnapshot,
  gateway: PaymentGateway,
  call: GatewayCall,
  needs: SettleNeeds,
  signal: AbortSignal | undefined,
): Promise<boolean> => {
  const { clock, ids, log } = needs;
  try {
    const truth = await answerTo(payment, gateway, call, needs, signal);
    const isOld = clock.now().getTime() - payment.createdAt.getTime() >= SENDABLE_MS;
    // It is sent again with the same key.
    const isSentAgain = payment.reference === null && payment.call === null && !isOld;
    if (truth === null && call.kind === "FETCH" && isSentAgain) return true;
    await changePayment(payment, needs, (stored, now) => {
      if (truth) stored.apply(truth, now, () => ids.next("refund"));
      else stored.giveUp(call.kind === "GIVE_UP" || isOld, now);
    });
    return true;
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    log.warn("A payment gateway did not do what it was called for.", {
      kind: `${gateway.key} ${call.kind}`,
      code: error.reason,
      result: error.failure,
    });
    if (error.failure !== "REFUSED") return false;
    await changePayment(payment, needs, (stored, now) => stored.refuse(call, error.reason, now));
    return true;
  }
};

/** @returns null when the gateway does not know the payment, or is not called any more */
const answerTo = async (
  payment: PaymentSnapshot,
  gateway: PaymentGateway,
  call: GatewayCall,
  needs: SettleNeeds,
  signal: AbortSignal | undefined,
): Promise<GatewayPayment | null> => {
  const { key, reference, amount, orderId } = payment;
  const at = { key, reference };
  const { currency } = amount;
  switch (call.kind) {
    case "GIVE_UP":
      return null;
    case "FETCH":
      return gateway.fetch(at, signal);
    case "CANCEL":
      return gateway.cancel(at, signal);
    case "CAPTURE": {
      const part = { minorUnits: call.amount, currency };
      return gateway.capture({ ...at, requestKey: call.key, amount: part }, signal);
    }
    case "REFUND": {
      const { id: requestKey, amount: minorUnits } = call.refund;
      return gateway.refund({ ...at, requestKey, amount: { minorUnits, currency } }, signal);
    }
    case "AUTHORISE": {
      const order = (await needs.orderReads.byId([orderId], needs.clock.now())).get(orderId);
      const { capture, token } = payment;
      const returnUrl = await returnUrlOf(payment, needs);
      const [orderNumber, email] = [order?.number ?? "", order?.email ?? null];
      return gateway.authorise(
        { key, orderId, orderNumber, amount, capture, token, returnUrl, email },
        signal,
      );
    }
  }
};

/** The link of an order is a secret, so it is stored nowhere and put in at the last moment. */
const returnUrlOf = async (
  { orderId, returnUrl }: PaymentSnapshot,
  { orderLinks }: SettleNeeds,
): Promise<string | null> => {
  if (returnUrl === null || !namesLink(returnUrl)) return returnUrl;
  return filledReturnUrl(returnUrl, (await orderLinks.ofOrder(orderId)) ?? "");
};

/** Changes a payment and its order in a unit of work. */
const changePayment = (
  { id, orderId }: { readonly id: PaymentId; readonly orderId: OrderId },
  { unitOfWork, clock, ids }: SettleNeeds,
  part: (payment: Payment, now: Date) => void,
): Promise<void> =>
  unitOfWork.run(async (stores, { attempt }) => {
    const now = clock.now();
    const order = await stores.orders.get(orderId);
    const payments = await stores.payments.ofOrder(orderId);
    const payment = payments.find((one) => one.id === id);
    if (!payment) return;
    part(payment, now);
    await settleOrder(stores, order, payments, { attempt, ids, now });
  });
