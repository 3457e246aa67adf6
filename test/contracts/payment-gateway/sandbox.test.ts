import { noLimitCounters } from "../../../src/application/shared/limit-counters.js";
import { SandboxPaymentGateway } from "../../../src/infrastructure/payments/sandbox/sandbox-payment-gateway.js";
import { outsideCalls } from "../../builders/outside-calls.js";
import { SECRET, testSandbox, WEBHOOK_SECRET } from "../../builders/sandbox.js";
import type { GatewaySubject, Trouble } from "./gateway-subject.js";
import { paymentGatewayContract } from "./payment-gateway.contract.js";

const open = async (): Promise<GatewaySubject> => {
  const sandbox = await testSandbox();
  const gateway = new SandboxPaymentGateway(
    { origin: sandbox.origin, secret: SECRET, webhookSecret: WEBHOOK_SECRET },
    {
      calls: outsideCalls({ outsideFailures: 1_000 }),
      limits: { gatewayMs: 250 },
      counters: noLimitCounters,
    },
  );
  const during = async <Result>(trouble: Trouble, work: () => Promise<Result>) => {
    if (trouble === "REFUSED") await sandbox.stop();
    else await sandbox.post("/control/outages", { kind: trouble, forMs: 60_000 });
    try {
      return await work();
    } finally {
      if (trouble === "REFUSED") await sandbox.start();
      else await sandbox.post("/control/outages", { kind: trouble, forMs: 0 });
    }
  };
  return {
    gateway,
    tokens: {
      succeeds: "tok_succeed",
      isDeclined: "tok_decline_insufficient_funds",
      declineCode: "insufficient_funds",
      requiresAction: "tok_requires_action",
      settlesLater: "tok_settle_later",
      timesOut: "tok_timeout_after_charge",
      isCut: "tok_cut_after_charge",
      fails: "tok_error_500_after_charge",
    },
    act: async ({ nextAction }, decision) => {
      if (nextAction?.kind !== "REDIRECT") throw new Error("The payment needs no page.");
      const url = new URL(nextAction.url);
      await fetch(url.origin + url.pathname, {
        method: "POST",
        redirect: "manual",
        body: new URLSearchParams({ secret: url.searchParams.get("secret") ?? "", decision }),
      });
    },
    happen: async ({ reference }, happening) => {
      await sandbox.post("/control/happenings", { reference, happening });
    },
    chargesOf: async (orderId) => {
      const { content } = await sandbox.get("/ledger");
      const { payments } = content as {
        readonly payments: readonly { readonly orderId: string; readonly isCharged: boolean }[];
      };
      return payments.filter((one) => one.orderId === orderId && one.isCharged).length;
    },
    webhooks: () => sandbox.receiver.received,
    during,
    close: sandbox.close,
  };
};

paymentGatewayContract("the sandbox", open);
