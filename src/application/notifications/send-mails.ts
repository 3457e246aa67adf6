import { Money } from "../../domain/shared/money.js";
import type { OrderReads, OrderView } from "../orders/ports/order-reads.js";
import type { Clock } from "../shared/clock.js";
import { parseId } from "../shared/ids.js";
import type { OutsideJob } from "../shared/outside-job.js";
import { describeOrder } from "./describe-order.js";
import { mailWorkOf, SEND_MAIL, type MailWork } from "./mail-work.js";
import type { MailKind, WriteMail } from "./ports/mail-texts.js";
import type { OfflinePayment, OfflinePaymentOf, OrderUrlOf } from "./ports/offline-payment.js";
import { MailFailure, type Mailer } from "./ports/mailer.js";

export interface SendMailsNeeds {
  readonly orderReads: OrderReads;
  readonly offlinePaymentOf: OfflinePaymentOf;
  readonly orderUrlOf: OrderUrlOf;
  readonly writeMail: WriteMail;
  readonly mailer: Mailer;
  readonly clock: Clock;
}

/** The states in which a mail is still true; all when none are named. */
const TRUE_IN: Readonly<Partial<Record<MailKind, readonly OrderView["state"][]>>> = {
  ORDER_RECEIVED: ["AWAITING_PAYMENT"],
  PAYMENT_FAILED: ["AWAITING_PAYMENT"],
};

const MINUTE_MS = 60_000;
/** Ten attempts in 22 hours. */
const PAUSES_MIN = [1, 5, 15, 30, 60, 120, 240, 360, 480];

/** Sends the planned mails, at least once each. */
export const sendMails = (needs: SendMailsNeeds): OutsideJob => ({
  kind: SEND_MAIL,
  everyMs: 2_000,
  atOnce: 5,
  leaseMs: 5 * MINUTE_MS,
  run: async ({ subject, facts }) => {
    const work = mailWorkOf(facts);
    const id = parseId("order", subject);
    if (!work || !id) throw new MailFailure("MAIL_UNKNOWN", true);
    const view = (await needs.orderReads.byId([id], needs.clock.now())).get(id);
    const content = view && (await needs.orderReads.contentsOf([id])).get(id);
    // An order that is gone, or that has changed since, has nothing to tell any more.
    if (!view || !content || !isTrue(work, view.state)) return;
    const offline = await offlinePayment(needs, work, view.paymentMethod, content.locale);
    if (work.mail === "ORDER_RECEIVED" && !offline) return;
    const order = describeOrder(view, content);
    const written = needs.writeMail({
      kind: work.mail,
      locale: content.locale,
      country: content.deliveryGroups.find(({ address }) => address)?.address?.country ?? null,
      order,
      instructions: offline?.instructions ?? null,
      amount: work.amount ? Money.of(work.amount.minorUnits, work.amount.currency) : null,
      orderUrl: await needs.orderUrlOf(id),
    });
    await needs.mailer.send({
      key: work.eventId,
      to: { name: order.buyerName || null, address: content.buyer.email },
      ...written,
    });
  },
  pauseMs: (failures, error) => {
    const pause = PAUSES_MIN[failures - 1];
    const isFinal = error instanceof MailFailure && error.isFinal;
    return isFinal || pause === undefined ? null : pause * MINUTE_MS;
  },
});

const isTrue = ({ mail }: MailWork, state: OrderView["state"]): boolean =>
  TRUE_IN[mail]?.includes(state) ?? true;

const offlinePayment = async (
  { offlinePaymentOf }: SendMailsNeeds,
  { mail }: MailWork,
  method: string | null,
  locale: string,
): Promise<OfflinePayment | null> =>
  mail === "ORDER_RECEIVED" && method !== null ? offlinePaymentOf(method, locale) : null;
