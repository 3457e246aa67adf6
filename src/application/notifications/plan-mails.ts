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
export const planMails = (needs: BackgroundNeeds): Subscriber<ScheduleStores> => ({
  name: "notifications.plan-mails",
  types: Object.keys(ANNOUNCEMENTS),
  handle: (event, stores) => planAll([event], stores, needs),
  handleTogether: (events, stores) => planAll(events, stores, needs),
});

const planAll = async (
  events: readonly StoredEvent[],
  { schedule }: ScheduleStores,
  { clock, ids }: BackgroundNeeds,
): Promise<void> => {
  const planned = events.flatMap((event) => {
    const announcement = ANNOUNCEMENTS[event.type as Announced];
    const order = orderOf(event);
    return announcement && order !== null ? [{ event, order, ...announcement }] : [];
  });
  const delayed = planned.filter(({ afterMs }) => afterMs > 0).map(({ order }) => order);
  const waiting = delayed.length > 0 ? await schedule.ofSubjects(SEND_MAIL, delayed) : [];
  const seen = new Set(waiting.map(({ subject, facts }) => `${subject} ${String(facts["mail"])}`));
  // Of what is told later, once is enough.
  const isNew = ({ order, mail, afterMs }: (typeof planned)[number]): boolean =>
    afterMs === 0 || seen.size < seen.add(`${order} ${mail}`).size;
  await schedule.plan(
    planned.filter(isNew).map(({ event, order, mail, afterMs }) => {
      const facts: MailWork = { mail, eventId: event.id, ...amountOf(event) };
      return {
        id: ids.next("work"),
        kind: SEND_MAIL,
        subject: order,
        dueAt: new Date(clock.now().getTime() + afterMs),
        facts: { ...facts },
      };
    }),
  );
};

const orderOf = ({ facts }: StoredEvent): string | null =>
  typeof facts["orderId"] === "string" ? facts["orderId"] : null;

const amountOf = ({ facts: { amount, currency } }: StoredEvent): Pick<MailWork, "amount"> =>
  typeof amount === "number" && typeof currency === "string"
    ? { amount: { minorUnits: amount, currency } }
    : {};
