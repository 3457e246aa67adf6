import type { SandboxPayment } from "./payment.js";

/** A payment as the API and the webhooks show it. @param origin of the sandbox, for its pages */
export const presentPayment = (payment: SandboxPayment, origin: string) => ({
  reference: payment.reference,
  key: payment.key,
  orderId: payment.orderId,
  amount: payment.amount,
  state: payment.state,
  authorised: payment.authorised,
  captured: payment.captured,
  authorisedUntil:
    payment.authorisedUntil === null ? null : new Date(payment.authorisedUntil).toISOString(),
  nextAction:
    payment.state === "REQUIRES_ACTION" && payment.actionSecret !== null
      ? {
          kind: "REDIRECT",
          url: `${origin}/actions/${payment.reference}?secret=${payment.actionSecret}`,
        }
      : null,
  declineCode: payment.declineCode,
  refunds: payment.refunds,
  disputes: payment.disputes,
});
