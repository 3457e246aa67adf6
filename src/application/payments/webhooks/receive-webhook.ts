import { useCase } from "../../shared/use-case.js";
import { anybody } from "../../shared/viewer.js";
import type { UnitOfWork } from "../../shared/unit-of-work.js";
import type { WebhookRequest } from "../ports/payment-gateway.js";
import type { PaymentStores } from "../ports/payment-stores.js";
import type { SettleStores } from "../settle/settle-order.js";
import { settlePayment, type SettleNeeds } from "../settle/settle-payment.js";

export interface ReceivedWebhook extends WebhookRequest {
  /** The key of the gateway that it is addressed to. */
  readonly gateway: string;
}

export type WebhookOutcome = "NO_GATEWAY" | "REFUSED" | "REPEATED" | "RECEIVED";

/** When the payment is looked up by the reconciling work, should this process die before. */
const LEASE_MS = 15_000;

/**
 * A gateway tells that something happened. Nothing of what it says is believed: the event is noted once,
 * and the truth about its payment is looked up. Without an answer the payment stays due.
 */
export const receiveWebhook = useCase(
  anybody,
  (
    needs: Omit<SettleNeeds, "unitOfWork"> & {
      readonly unitOfWork: UnitOfWork<SettleStores & Pick<PaymentStores, "gatewayEvents">>;
    },
  ) =>
    async ({ gateway: key, ...request }: ReceivedWebhook): Promise<WebhookOutcome> => {
      const gateway = needs.gateways.get(key);
      if (!gateway) return "NO_GATEWAY";
      const now = needs.clock.now();
      const notice = gateway.readWebhook(request, now);
      if (!notice) return "REFUSED";
      const { eventId, occurredAt, payment: about } = notice;
      const { isNew, paymentId } = await needs.unitOfWork.run(
        async ({ gatewayEvents, payments }) => {
          const names = about && (await payments.named(key, about));
          const found = names?.paymentId ?? null;
          const event = { gateway: key, eventId, paymentId: found, occurredAt, receivedAt: now };
          const added = await gatewayEvents.add(event);
          if (added && found) await payments.makeDue(found, new Date(now.getTime() + LEASE_MS));
          return { isNew: added, paymentId: found };
        },
      );
      if (!isNew) return "REPEATED";
      if (paymentId) await settlePayment(paymentId, needs, { looksUp: true });
      return "RECEIVED";
    },
);
