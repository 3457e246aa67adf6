import { noLimitCounters } from "../../../src/application/shared/limit-counters.js";
import { StripePaymentGateway } from "../../../src/infrastructure/payments/stripe/stripe-payment-gateway.js";
import { systemClock } from "../../../src/infrastructure/shared/system-clock.js";
import { outsideCalls } from "../../builders/outside-calls.js";
import { LOST, STRIPE_KEYS, StripeServer } from "../../fakes/stripe-server.js";
import type { GatewaySubject, Trouble } from "./gateway-subject.js";
import { paymentGatewayContract } from "./payment-gateway.contract.js";

const open = async (): Promise<GatewaySubject> => {
  const server = await new StripeServer().start();
  const { ledger } = server;
  const gateway = await StripePaymentGateway.open(STRIPE_KEYS, {
    calls: outsideCalls({ outsideFailures: 1_000 }),
    limits: { gatewayMs: 400 },
    counters: noLimitCounters,
    clock: systemClock,
    server: server.address,
  });
  return {
    gateway,
    tokens: {
      succeeds: "pm_card_visa",
      isDeclined: "pm_card_visa_chargeDeclinedInsufficientFunds",
      declineCode: "insufficient_funds",
      requiresAction: "pm_card_authenticationRequired",
      settlesLater: "pm_sepa_debit",
      timesOut: LOST.hangs,
      isCut: LOST.cut,
      fails: LOST.error,
    },
    act: async ({ reference }, decision) => ledger.act(reference, decision),
    happen: async ({ reference }, happening) => {
      if (happening === "SETTLE") ledger.settle(reference);
      else if (happening === "EXPIRE") ledger.expire(reference);
      else if (happening === "DISPUTE") ledger.dispute(reference);
      else if (happening === "REFUND") ledger.addRefund(ledger.get(reference), 1, {});
      else
        for (const refund of ledger.refunds.filter((one) => one.payment_intent === reference)) {
          refund.status = "failed";
          refund.failure_reason = "lost_or_stolen_card";
        }
    },
    chargesOf: async (orderId) =>
      [...ledger.intents.values()].filter(
        ({ metadata, latest_charge: charge }) => metadata["plinth_order"] === orderId && charge,
      ).length,
    webhooks: () => server.webhooks,
    during: async <Result>(trouble: Trouble, work: () => Promise<Result>) => {
      if (trouble === "REFUSED") {
        await server.stop();
        // The client notices that its idle connections are closed.
        await new Promise((resolve) => setTimeout(resolve, 20));
      } else server.trouble = trouble;
      try {
        return await work();
      } finally {
        if (trouble === "REFUSED") await server.start();
        server.trouble = null;
      }
    },
    close: () => server.stop(),
  };
};

paymentGatewayContract("Stripe", open);
