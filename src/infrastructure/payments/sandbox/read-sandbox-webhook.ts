import { createHmac, timingSafeEqual } from "node:crypto";
import type {
  GatewayNotice,
  WebhookRequest,
} from "../../../application/payments/ports/payment-gateway.js";
import { isRecent } from "../is-recent.js";
import { JsonFields } from "./json-fields.js";

/**
 * Reads a webhook of the sandbox: `sandbox-signature: t=<seconds>,v1=<hex>`, an HMAC-SHA-256 over
 * the time, a dot and the bytes of the body.
 * @returns null when it is not signed with the secret, too old, or cannot be read
 */
export const readSandboxWebhook = (
  { headers, body }: WebhookRequest,
  secret: string,
  now: Date,
): GatewayNotice | null => {
  const [, time = "", signature = ""] =
    /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(headers["sandbox-signature"] ?? "") ?? [];
  const expected = createHmac("sha256", secret).update(`${time}.`).update(body).digest();
  const isSigned = timingSafeEqual(
    Buffer.from(signature.padEnd(expected.length * 2, "0"), "hex"),
    expected,
  );
  if (signature === "" || !isSigned || !isRecent(Number(time), now)) return null;
  return readEvent(body);
};

const readEvent = (body: Uint8Array): GatewayNotice | null => {
  try {
    const event = new JsonFields(JSON.parse(Buffer.from(body).toString("utf8")));
    const payment = event.object("payment");
    return {
      eventId: event.text("id"),
      // A payment that Plinth did not start has no key.
      payment: { reference: payment.text("reference"), key: payment.textOrNull("key") ?? "" },
      occurredAt: new Date(event.text("createdAt")),
    };
  } catch {
    return null;
  }
};
