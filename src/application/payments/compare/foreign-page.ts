import type { OrderId } from "../../../domain/orders/ids.js";
import { keptAt } from "../../../domain/payments/differences-of.js";
import type { PaymentId } from "../../../domain/payments/ids.js";
import { id } from "../../../domain/shared/id.js";
import type { GatewayPayment } from "../ports/payment-gateway.js";
import type { GatewayTruths } from "./gateway-truths.js";
import type { CompareNeeds, Comparison } from "./comparison.js";

interface Listed {
  readonly truth: GatewayPayment;
  /** Null: it is not stored. */
  readonly paymentId: PaymentId | null;
}

/** Names payments of a gateway with money that are not stored, and orders that were charged again. */
export const foreignPage = async (
  needs: CompareNeeds,
  gateway: GatewayTruths,
  page: readonly GatewayPayment[],
  comparison: Comparison,
): Promise<void> => {
  const charged = page.filter(({ authorised, captured }) => authorised > 0 || captured > 0);
  const ids = await needs.paymentReads.named(gateway.key, charged);
  const listed = charged.map((truth, at): Listed => ({ truth, paymentId: ids[at] ?? null }));
  for (const { truth, paymentId } of listed)
    if (paymentId === null) {
      gateway.count("found");
      comparison.onFound({
        kind: "UNKNOWN",
        gateway: gateway.key,
        paymentId: null,
        orderId: truth.orderId,
        reference: truth.reference,
        stored: "no such payment",
        atGateway: `${truth.state}, captured ${truth.captured} of ${truth.authorised} ${truth.amount.currency}`,
      });
    }
  await nameChargedTwice(needs, gateway, listed, comparison);
};

/** Each order is named once: by its first payment that keeps money, or by those that are not stored. */
const nameChargedTwice = async (
  needs: CompareNeeds,
  gateway: GatewayTruths,
  listed: readonly Listed[],
  comparison: Comparison,
): Promise<void> => {
  const kept = listed.filter(({ truth }) => keptAt(truth) > 0 && isOrderId(truth.orderId));
  const stored = await needs.paymentReads.ofOrders([...new Set(kept.map(orderIdOf))]);
  const again = kept.filter((one) => {
    const others = (stored.get(orderIdOf(one)) ?? []).filter(
      ({ id: own, gateway: at }) => at !== null && own !== one.paymentId,
    );
    return others.length > 0;
  });
  const suspects: Listed[] = [];
  for (const one of again)
    if (await chargedTwice(needs, gateway, one, comparison)) suspects.push(one);
  if (suspects.length === 0) return;
  await comparison.pause();
  for (const one of suspects) {
    const charge = await chargedTwice(needs, gateway, one, comparison);
    if (!charge) continue;
    gateway.count("found");
    comparison.onFound({
      kind: "CHARGED_TWICE",
      gateway: gateway.key,
      paymentId: one.paymentId,
      orderId: one.truth.orderId,
      reference: one.truth.reference,
      stored: `order total ${charge.total} ${one.truth.amount.currency}`,
      atGateway: `${charge.kept} ${one.truth.amount.currency} kept by ${charge.payments} payments`,
    });
  }
};

interface Charge {
  /** Minor units. */
  readonly total: number;
  /** Minor units. */
  readonly kept: number;
  readonly payments: number;
}

/** What the gateways keep for an order; null unless it was charged too often and is named here. */
const chargedTwice = async (
  { paymentReads, orderReads, clock }: CompareNeeds,
  gateway: GatewayTruths,
  { truth, paymentId }: Listed,
  { gatewayOf }: Comparison,
): Promise<Charge | null> => {
  const orderId = orderIdOf({ truth, paymentId });
  const amounts: number[] = [];
  let first: PaymentId | null = null;
  for (const { id: other } of (await paymentReads.ofOrders([orderId])).get(orderId) ?? []) {
    const stored = await paymentReads.forGateway(other);
    if (!stored?.gateway) continue;
    const at = gatewayOf(stored.gateway);
    const known = await at.fetch(stored);
    if (!known || keptAt(known) <= 0) continue;
    amounts.push(keptAt(known));
    if (at.canList) first ??= other;
  }
  if (paymentId === null) {
    const known = await gateway.fetch({ reference: truth.reference, key: truth.key ?? "" });
    if (known && keptAt(known) > 0) amounts.push(keptAt(known));
  } else if (paymentId !== first) return null;
  const kept = amounts.reduce((sum, one) => sum + one, 0);
  const order = (await orderReads.byId([orderId], clock.now())).get(orderId);
  const total = order?.total.minorUnits ?? 0;
  return amounts.length > 1 && kept > total ? { total, kept, payments: amounts.length } : null;
};

/** The gateway may have been told of any order; a column of ASCII is compared with nothing else. */
const isOrderId = (orderId: string | null): boolean => /^order_[0-9a-z]+$/.test(orderId ?? "");

const orderIdOf = ({ truth }: Listed): OrderId => id<OrderId>(truth.orderId ?? "");
