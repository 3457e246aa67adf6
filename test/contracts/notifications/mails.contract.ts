import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { planMails } from "../../../src/application/notifications/plan-mails.js";
import {
  type Mail,
  MailFailure,
  type Mailer,
} from "../../../src/application/notifications/ports/mailer.js";
import {
  sendMails,
  type SendMailsNeeds,
} from "../../../src/application/notifications/send-mails.js";
import { wiredMails } from "../../../src/wiring/wired-mails.js";
import type { StoredEvent } from "../../../src/application/shared/events.js";
import type { OrderDraft } from "../../../src/domain/orders/order-draft.js";
import { PaymentMethod } from "../../../src/domain/payments/payment-method.js";
import { SmtpMailer } from "../../../src/infrastructure/notifications/smtp-mailer.js";
import { mailWriter } from "../../../src/infrastructure/notifications/mail-writer.js";
import { randomOrderCodes } from "../../../src/infrastructure/orders/random-order-codes.js";
import { OutboxRelay } from "../../../src/infrastructure/shared/worker/outbox-relay.js";
import { SqlOutsideQueue } from "../../../src/infrastructure/shared/worker/sql-outside-queue.js";
import type { Store } from "../../../src/infrastructure/store.js";
import { freeQuote, orderContent } from "../../builders/an-order.js";
import { orderCart, orderId, placeOrders } from "../../builders/place-orders.js";
import { paymentShop } from "../payments/payment-shop.js";
import { made } from "../pricing/market-shop.js";
import { OPERATOR } from "../../../src/application/shared/viewer.js";
import { smtpServer } from "../../fakes/smtp-server.js";
import { collectedLog } from "../../fakes/collected-log.js";
import { movableClock, type MovableClock } from "../../fakes/movable-clock.js";
import { numberedIds } from "../../fakes/numbered-ids.js";

const MINUTE_MS = 60_000;
const FROM = { name: "Fern & Clay", address: "shop@fern.example" };
const FOREVER = { reservationEndsAt: new Date("2100-01-01T00:00:00.000Z") };
const FREE = { content: orderContent({ quote: freeQuote(), fees: [], deliveryGroups: [] }) };
const { signal } = new AbortController();

const smtpMailer = (port: number): SmtpMailer =>
  new SmtpMailer(
    { host: "127.0.0.1", port, username: null, password: null, encryption: "NONE", ca: null },
    FROM,
  );

/** The mails about orders, on either database. */
export const mailsContract = (
  name: string,
  open: () => Promise<Store>,
  end: () => Promise<void> = async () => undefined,
): void => {
  describe(`mails about orders: ${name}`, () => {
    let store: Store;
    let clock: MovableClock;
    let log: ReturnType<typeof collectedLog>;
    let sent: Mail[];
    let ids: ReturnType<typeof numberedIds>;
    const collecting: Mailer = { send: async (mail) => void sent.push(mail) };
    const subscriber = () => planMails({ clock, ids, cartDays: 90 });

    const relay = async () => {
      const one = new OutboxRelay({
        unitOfWork: store.workerUnitOfWork,
        reads: store.readSource,
        subscribers: [subscriber()],
        clock,
        log,
        leaseMs: MINUTE_MS,
      });
      while (await one.deliverDue(signal));
    };
    const send = async (change: Partial<SendMailsNeeds> = {}) => {
      const job = sendMails({
        orderReads: store.orderReads,
        ...wiredMails(
          {
            smtp: null,
            from: FROM,
            orderUrl: "https://www.example.com/order#{link}",
          },
          "/nowhere",
          store,
        ),
        writeMail: mailWriter("Fern & Clay"),
        mailer: collecting,
        clock,
        ...change,
      });
      const queue = new SqlOutsideQueue({
        unitOfWork: store.workerUnitOfWork,
        reads: store.readSource,
        clock,
        log,
      });
      const work = queue.workOf(job);
      while ((await work.run(clock.now(), signal)) === "more");
    };
    const place = (...drafts: readonly Partial<OrderDraft>[]) =>
      placeOrders(store.unitOfWork, drafts);
    const subjects = () => sent.map(({ subject }) => subject);
    const announce = (type: string, facts: StoredEvent["facts"], eventId = "event-1") =>
      store.unitOfWork.run((stores) =>
        subscriber().handle(
          {
            id: eventId,
            type,
            aggregateId: "payment_1",
            sequence: 1,
            occurredAt: clock.now(),
            facts: { orderId: orderId(1), ...facts },
          },
          stores,
        ),
      );

    beforeEach(async () => {
      store = await open();
      clock = movableClock();
      log = collectedLog();
      sent = [];
      ids = numberedIds(40_000);
    });
    afterEach(() => store.close());
    afterAll(end);

    test("an order that waits for a payment elsewhere is acknowledged, with its link", async () => {
      await place(FOREVER);

      await relay();
      await send();

      expect(sent).toMatchObject([
        {
          to: { name: "José Müller", address: "anna.mueller@example.com" },
          subject: "Wir haben Ihre Bestellung 1000000001 erhalten",
          language: "de",
        },
      ]);
      const link = randomOrderCodes.linkOf(orderCart(1));
      expect(sent[0]?.text).toContain(`https://www.example.com/order#${link}`);
      expect(sent[0]?.html).toContain(`https://www.example.com/order#${link}`);
    });

    test("an order is acknowledged with the instructions of its method, in its language", async () => {
      await place(FOREVER);
      await store.unitOfWork.run(async ({ paymentMethods }) => {
        for (const stored of await paymentMethods.all()) {
          const method = PaymentMethod.restore(stored);
          const translations = [{ locale: "de", name: null, instructions: "Überweisen Sie es." }];
          method.revise({ ...stored, instructions: "Transfer it.", translations }, clock.now());
          await paymentMethods.save(method);
        }
      });

      await relay();
      await send();

      expect(sent[0]?.text).toContain("So bezahlen Sie:\nÜberweisen Sie es.\n");
    });

    test("one mail is sent for one event, whatever is repeated", async () => {
      await place(FOREVER);

      await relay();
      await send();
      await relay();
      await send();

      const [event] = await store.readSource.query("SELECT event_id FROM outbox");
      expect(sent.map(({ key }) => key)).toEqual([event?.["event_id"]]);
    });

    test("an order that costs nothing is confirmed, and asks for no payment", async () => {
      await place(FREE);

      await relay();
      await send();

      expect(subjects()).toEqual(["Ihre Bestellung 1000000001 ist bestätigt"]);
    });

    test("an order that is paid at a gateway is not acknowledged before it is paid", async () => {
      await place(FOREVER);

      await relay();
      await send({ offlinePaymentOf: async () => null });

      expect(sent).toEqual([]);
    });

    test("a cancelled order asks for no payment any more, and its buyer is told", async () => {
      await place(FOREVER);
      await store.unitOfWork.run(async ({ orders }) => {
        const order = await orders.get(orderId(1));
        order.cancel({ reason: "OTHER", note: null }, "STAFF", clock.now());
        await orders.save(order);
      });

      await relay();
      await send();

      expect(subjects()).toEqual(["Ihre Bestellung 1000000001 ist storniert"]);
    });

    test("a failed payment is told once, minutes later, and only while the order waits for it", async () => {
      await place(FOREVER, FREE);
      const amount = { amount: 4015, currency: "EUR" };

      await announce("payments.payment-declined", amount, "event-1");
      await announce("payments.payment-declined", amount, "event-2");
      await announce("payments.payment-declined", { ...amount, orderId: orderId(2) }, "event-3");
      await send();
      expect(sent).toEqual([]);
      clock.forward(5 * MINUTE_MS);
      await send();

      expect(subjects()).toEqual(["Die Zahlung Ihrer Bestellung 1000000001 ist fehlgeschlagen"]);
    });

    test("many events are planned together as one by one", async () => {
      await place(FOREVER, FOREVER, FREE);
      const declined = (eventId: string, order: number): StoredEvent => ({
        id: eventId,
        type: "payments.payment-declined",
        aggregateId: "payment_1",
        sequence: 1,
        occurredAt: clock.now(),
        facts: { orderId: orderId(order), amount: 4015, currency: "EUR" },
      });
      const events = [declined("a", 1), declined("b", 2), declined("c", 1)];

      await store.unitOfWork.run(async (stores) => subscriber().handleTogether?.(events, stores));
      await store.unitOfWork.run(async (stores) => subscriber().handleTogether?.(events, stores));
      clock.forward(5 * MINUTE_MS);
      await send();

      expect(sent.map(({ key }) => key).toSorted()).toEqual(["a", "b"]);
    });

    test("a refund is told with its amount", async () => {
      await place(FOREVER);

      await announce("payments.payment-refunded", { amount: 1050, currency: "EUR" });
      await send();

      expect(subjects()).toEqual(["Erstattung zu Ihrer Bestellung 1000000001"]);
      expect(sent[0]?.text).toMatch(/Wir haben 10,50.€ erstattet/);
    });

    test("buyers who pay by card hear of a payment that failed, of one that did not, and of a refund", async () => {
      const shop = await paymentShop(store, [], clock);
      const declined = await shop.order("decline");
      const paid = await shop.order("ok");
      await relay();
      await send();
      expect(subjects()).toEqual([`Your order ${paid.orderNumber} is confirmed`]);
      made(
        await shop.payments.refundCreate({ id: paid.paymentId ?? "", amount: "4.90" }, OPERATOR),
      );
      await relay();
      clock.forward(5 * MINUTE_MS);
      await send();

      expect(subjects().slice(1).toSorted()).toEqual([
        `Refund for your order ${paid.orderNumber}`,
        `The payment of your order ${declined.orderNumber} failed`,
      ]);
      expect(sent.map(({ text }) => text).join()).toContain("We have refunded €4.90");
      expect(sent.map(({ text }) => text).join()).toContain("Your payment of €24.90 was declined.");
    });

    test("a mail that cannot be sent is tried ten times in about a day, and then waits for the operator", async () => {
      await place(FOREVER);
      await relay();
      let attempts = 0;
      const failing: Mailer = {
        send: async () => {
          attempts += 1;
          throw new MailFailure("ECONNREFUSED", false);
        },
      };

      const beganAt = clock.now().getTime();
      while (attempts < 10 && clock.now().getTime() - beganAt < 48 * 60 * MINUTE_MS) {
        await send({ mailer: failing });
        clock.forward(MINUTE_MS);
      }

      expect(attempts).toBe(10);
      expect((clock.now().getTime() - beganAt) / MINUTE_MS / 60).toBeCloseTo(22, 0);
      expect(await store.unitOfWork.run(({ workLog }) => workLog.list("PARKED", 9))).toMatchObject([
        {
          kind: "notifications.send-mail",
          subject: orderId(1),
          attempts: 10,
          lastError: "MailFailure ECONNREFUSED: The mail could not be sent.",
        },
      ]);
    });

    test("a mail that is refused for good is parked at once, and its retry sends it", async () => {
      await place(FOREVER);
      await relay();
      await send({
        mailer: { send: () => Promise.reject(new MailFailure("SMTP_550", true)) },
      });
      const [parked] = await store.unitOfWork.run(({ workLog }) => workLog.list("PARKED", 9));
      expect(parked).toMatchObject({ attempts: 1, lastError: expect.stringContaining("SMTP_550") });

      await store.unitOfWork.run(({ workLog }) => workLog.retry([parked?.id ?? ""], clock.now()));
      await send();

      expect(sent).toHaveLength(1);
    });

    test("a mail is sent after a mail server was busy, and twice only when its answer was lost", async () => {
      await place(FOREVER);
      await relay();
      const server = await smtpServer({ recipient: 451 }, "cut after data", "none");
      const mailer = smtpMailer(server.port);

      await send({ mailer });
      expect(server.mails).toEqual([]);
      clock.forward(MINUTE_MS);
      await send({ mailer });
      clock.forward(5 * MINUTE_MS);
      await send({ mailer });
      clock.forward(60 * MINUTE_MS);
      await send({ mailer });

      const ids = server.mails.map(({ message }) => /^Message-ID: (.*)$/m.exec(message)?.[1]);
      expect(ids).toHaveLength(2);
      expect(ids[0]).toMatch(/^<[0-9a-f-]{36}@fern\.example>/);
      expect(ids[1]).toBe(ids[0]);
      await mailer.close();
      await server.close();
    });

    test("neither the log nor what is stored names the buyer or the link", async () => {
      await place(FOREVER);
      await relay();
      await send({
        mailer: { send: () => Promise.reject(new MailFailure("SMTP_550", true)) },
      });

      const stored = await store.readSource.query("SELECT * FROM scheduled_work");
      const link = randomOrderCodes.linkOf(orderCart(1));
      expect(JSON.stringify([stored, log.lines])).not.toMatch(
        new RegExp(`example\\.com|Müller|${link}|${orderCart(1)}`),
      );
    });
  });
};
