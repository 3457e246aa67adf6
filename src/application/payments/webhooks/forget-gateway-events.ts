import type { Recurring } from "../../shared/schedule.js";
import type { PaymentStores } from "../ports/payment-stores.js";

const DAY_MS = 24 * 60 * 60_000;
/** Gateways repeat events for days, and none for longer than this. */
const KEPT_DAYS = 90;
const PORTION = 500;

/** Removes events of gateways that can be repeated no more. */
export const forgetGatewayEvents: Recurring<Pick<PaymentStores, "gatewayEvents">> = {
  kind: "payments.forget-events",
  everyMs: DAY_MS,
  run: async (now, { gatewayEvents }) => {
    const before = new Date(now.getTime() - KEPT_DAYS * DAY_MS);
    return (await gatewayEvents.removeReceivedBefore(before, PORTION)) >= PORTION ? "more" : "done";
  },
};
