import type { OrderEvent } from "../../domain/orders/events.js";
import type { PaymentEvent } from "../../domain/payments/events.js";
import type { StoredEvent, Subscriber } from "../shared/events.js";
import type { BackgroundNeeds } from "../shared/context.js";
import type { ScheduleStores } from "../shared/schedule.js";
import { type MailWork, SEND_MAIL } from "./mail-work.js";
import type { MailKind } from "./ports/mail-texts.js";

const MINUTE_MS = 60_000;

interface Announcement {
  readonly mail: MailKind;
  /** How long to wait before it is sent, in milliseconds. */
  readonly afterMs: number;
}

type Announced = OrderEvent["type"] | PaymentEvent["type"];

const ANNOUNCEMENTS: Readonly<Partial<Record<Announced, Announcement>>> = {
  "orders.order-placed": { mail: "ORDER_RECEIVED", afterMs: 0 },
  "orders.order-confirmed": { mail: "ORDER_CONFIRMED", afterMs: 0 },
  "orders.order-cancelled": { mail: "ORDER_CANCELLED", afterMs: 0 },
  // Who tries again at once, and succeeds, needs no mail.
  "payments.payment-declined": { mail: "PAYMENT_FAILED", afterMs: 5 * MINUTE_MS },
  "payments.payment-refunded": { mail: "REFUND_MADE", afterMs: 0 },
};

/** Plans a mail for each event that buyers hear of, in the unit of work of the event: exactly once. */
export const planMails = ({ clock, ids }: BackgroundNeeds): Subscriber<ScheduleStores> => ({
  name: "notifications.plan-mails",
  types: Object.keys(ANNOUNCEMENTS),
  handle: async (event, { schedule }) => {
    const announcement = ANNOUNCEMENTS[event.type as Announced];
    const order = orderOf(event);
    if (!announcement || order === null) return;
    const { mail, afterMs } = announcement;
    if (afterMs > 0) {
      const waiting = await schedule.ofSubjects(SEND_MAIL, [order]);
      if (waiting.some(({ facts }) => facts["mail"] === mail)) return;
    }
    const facts: MailWork = { mail, eventId: event.id, ...amountOf(event) };
    await schedule.plan([
      {
        id: ids.next("work"),
        kind: SEND_MAIL,
        subject: order,
        dueAt: new Date(clock.now().getTime() + afterMs),
        facts: { ...facts },
      },
    ]);
  },
});

const orderOf = ({ facts }: StoredEvent): string | null =>
  typeof facts["orderId"] === "string" ? facts["orderId"] : null;

const amountOf = ({ facts: { amount, currency } }: StoredEvent): Pick<MailWork, "amount"> =>
  typeof amount === "number" && typeof currency === "string"
    ? { amount: { minorUnits: amount, currency } }
    : {};
