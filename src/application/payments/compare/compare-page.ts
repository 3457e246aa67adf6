import { differencesOf, type PaymentDifference } from "../../../domain/payments/differences-of.js";
import type { PaymentSnapshot } from "../../../domain/payments/payment-snapshot.js";
import { eachOf } from "./each-of.js";
import type { CompareNeeds, Comparison } from "./comparison.js";

/** Compares stored payments with what their gateways know of them. */
export const comparePage = async (
  { paymentReads }: Pick<CompareNeeds, "paymentReads">,
  page: readonly PaymentSnapshot[],
  comparison: Comparison,
): Promise<void> => {
  const suspects: PaymentSnapshot[] = [];
  await eachOf(page, async (payment) => {
    const differences = await differencesIn(payment, comparison);
    if (payment.gateway === null) return;
    comparison.gatewayOf(payment.gateway).count(differences ? "payments" : "unchecked");
    if (differences && differences.length > 0) suspects.push(payment);
  });
  if (suspects.length === 0) return;
  await comparison.pause();
  await eachOf(suspects, async ({ id }) => {
    const payment = await paymentReads.forGateway(id);
    if (!payment?.gateway) return;
    const differences = (await differencesIn(payment, comparison)) ?? [];
    if (differences.length === 0) return;
    comparison.gatewayOf(payment.gateway).count("found");
    const say = (side: "stored" | "atGateway") =>
      differences.map((one) => `${one.field} ${one[side]}`).join(", ");
    comparison.onFound({
      kind: "DIFFERENT",
      gateway: payment.gateway,
      paymentId: payment.id,
      orderId: payment.orderId,
      reference: payment.reference,
      stored: say("stored"),
      atGateway: say("atGateway"),
    });
  });
};

/** Null when the gateway does not tell. */
const differencesIn = async (
  payment: PaymentSnapshot,
  { gatewayOf }: Comparison,
): Promise<readonly PaymentDifference[] | null> => {
  const { gateway, reference, key } = payment;
  if (gateway === null) return null;
  const truth = await gatewayOf(gateway).fetch({ reference, key });
  return truth === undefined ? null : differencesOf(payment, truth);
};
