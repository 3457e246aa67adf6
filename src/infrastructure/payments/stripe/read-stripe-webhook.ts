import type Stripe from "stripe";
import type {
  GatewayNotice,
  GatewayPaymentId,
  WebhookRequest,
} from "../../../application/payments/ports/payment-gateway.js";
import { isRecent } from "../is-recent.js";
import { METADATA } from "./present-payment.js";

/**
 * Reads a webhook of Stripe. The SDK checks the signature over the bytes; the age is checked here,
 * because the SDK accepts what was signed in the future.
 * @returns null when it is not from Stripe, too old or too new, or cannot be read
 */
export const readStripeWebhook = (
  webhooks: Stripe["webhooks"],
  { headers, body }: WebhookRequest,
  secret: string,
  now: Date,
): GatewayNotice | null => {
  const header = headers["stripe-signature"] ?? "";
  const times = header.split(",").filter((part) => part.startsWith("t="));
  const [time = ""] = times;
  if (times.length !== 1 || !/^t=\d{1,12}$/.test(time) || !isRecent(Number(time.slice(2)), now))
    return null;
  try {
    const event = webhooks.constructEvent(
      Buffer.from(body),
      header,
      secret,
      undefined,
      undefined,
      now.getTime(),
    );
    return {
      eventId: event.id,
      payment: paymentOf(event.data.object),
      occurredAt: new Date(event.created * 1_000),
    };
  } catch {
    return null;
  }
};

type Subject = Readonly<Record<string, unknown>>;

/** The payment that the object of an event is or belongs to. */
const paymentOf = (object: unknown): GatewayPaymentId | null => {
  const subject = object as Subject;
  if (subject["object"] === "payment_intent") return withKey(subject["id"], subject);
  // Charges, refunds and disputes.
  const { payment_intent: payment } = subject;
  // The metadata of a charge is that of its payment, and of a refund or a dispute it is not.
  return withKey(payment, subject["object"] === "charge" ? subject : {});
};

const withKey = (reference: unknown, { metadata }: Subject): GatewayPaymentId | null => {
  if (typeof reference !== "string") return null;
  const key =
    typeof metadata === "object" && metadata !== null ? (metadata as Subject)[METADATA.key] : "";
  return { reference, key: typeof key === "string" ? key : "" };
};
