import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { GatewayNotice } from "../../../src/application/payments/ports/payment-gateway.js";
import { orderRevise } from "../../../src/application/payments/payments.js";
import { GUEST, OPERATOR } from "../../../src/application/shared/viewer.js";
import type { OrderId } from "../../../src/domain/orders/ids.js";
import { refused } from "../checkout/cart-shop.js";
import { made } from "../pricing/market-shop.js";
import { orderContent } from "../../builders/an-order.js";
import { paymentShop, type PaymentShop, type PaymentsSubject } from "./payment-shop.js";

const HOUR = 60 * 60_000;
const FIRST = { size: 10, direction: "forward", after: null, before: null } as const;

/** What becomes of payments whose gateway fails, answers late or changes its mind, on every store. */
export const settlingContract = (name: string, open: () => Promise<PaymentsSubject>): void => {
  describe(`settling payments: ${name}`, () => {
    let subject: PaymentsSubject;
    let shop: PaymentShop;

    beforeEach(async () => {
      subject = await open();
      shop = await paymentShop(subject);
    });
    afterEach(async () => subject.close?.());

    const keyOf = (orderId: OrderId, attempt = 1) => `${orderId}-${attempt}-2490EUR`;
    const pay = (link: string, token: string) =>
      shop.payments.orderPayByLink({ link, paymentMethod: "card", payment: { token } }, GUEST);
    const tell = (eventId: string, key: string, signature = "right") => {
      const occurredAt = shop.clock.now();
      const notice: GatewayNotice = { eventId, payment: { reference: null, key }, occurredAt };
      const body = new TextEncoder().encode(JSON.stringify(notice));
      return shop.payments.receiveWebhook({ gateway: "fake", headers: { signature }, body }, GUEST);
    };
    const captured = { state: "CAPTURED", authorised: 2490, captured: 2490 } as const;
    const held = { state: "AUTHORISED", authorised: 2490 } as const;
    const refund = (id: string | null, amount: string | null) =>
      shop.payments.refundCreate({ id: id ?? "", amount }, OPERATOR);

    test.each(["TIMEOUT_AFTER", "ERROR_AFTER"] as const)(
      "a payment that the gateway made without an answer (%s) is found, and not made twice",
      async (fault) => {
        shop.gateway.fail("authorise", fault);
        const { orderId } = await shop.order("ok");

        expect(await shop.states(orderId)).toBe("AWAITING_PAYMENT PENDING PENDING");
        await shop.reconcile();
        expect(await shop.states(orderId)).toBe("CONFIRMED PAID CAPTURED");
        const key = keyOf(orderId);
        expect(shop.gateway.calls).toEqual([`authorise ${key}`, `fetch ${key}`]);
      },
    );

    test("a payment that never reached the gateway is sent again with the same key", async () => {
      shop.gateway.fail("authorise", "DOWN", "DOWN");
      const { orderId } = await shop.order("ok");
      await shop.reconcile();
      expect(await shop.states(orderId)).toBe("AWAITING_PAYMENT PENDING PENDING");
      await shop.reconcile();

      expect(await shop.states(orderId)).toBe("CONFIRMED PAID CAPTURED");
      expect(shop.gateway.payments.size).toBe(1);
      expect(shop.gateway.requests.map(({ token }) => token)).toEqual(["ok", "ok", "ok"]);
    });

    test("after a day a payment is looked up and never sent again", async () => {
      const slow = { key: "slow", gateway: "fake", payWithinMinutes: 3 * 24 * 60 };
      made(await shop.payments.paymentMethodCreate({ method: slow }, OPERATOR));
      shop.gateway.fail("authorise", "DOWN");
      const { orderId } = await shop.order("ok", "slow");
      await shop.reconcile(24 * HOUR);

      expect(await shop.states(orderId)).toBe("AWAITING_PAYMENT FAILED EXPIRED");
      expect(shop.gateway.requests).toHaveLength(1);
    });

    test("money that settles days later confirms the order when the gateway says so", async () => {
      const { orderId } = await shop.order("later");
      await shop.reconcile();
      expect(await shop.states(orderId)).toBe("AWAITING_PAYMENT PENDING PENDING");
      shop.gateway.happen(keyOf(orderId), captured);

      expect(await tell("event-1", keyOf(orderId))).toBe("RECEIVED");
      expect(await shop.states(orderId)).toBe("CONFIRMED PAID CAPTURED");
    });

    test("an event of a gateway counts once, and only with its signature", async () => {
      const { orderId } = await shop.order("later");
      const key = keyOf(orderId);
      shop.gateway.happen(key, captured);

      expect(await tell("event-1", key, "wrong")).toBe("REFUSED");
      expect(await shop.states(orderId)).toBe("AWAITING_PAYMENT PENDING PENDING");
      const outcomes = await Promise.all(Array.from({ length: 6 }, () => tell("event-1", key)));
      expect(outcomes.toSorted()).toEqual(["RECEIVED", ...Array(5).fill("REPEATED")]);
      expect(await tell("event-2", `${key}0`)).toBe("RECEIVED");
      expect(await shop.timeline(orderId)).toEqual(["PLACED", "CONFIRMED", "PAYMENT_CAPTURED"]);
    });

    test.each([
      ["AMOUNT", { amount: { minorUnits: 9900, currency: "EUR" } }],
      ["CURRENCY", { amount: { minorUnits: 2490, currency: "USD" } }],
      ["ORDER", { orderId: "order_01h00000000000000000000000" }],
    ] as const)(
      "an answer with another %s changes nothing and is flagged",
      async (kind, change) => {
        const { orderId } = await shop.order("later");
        shop.gateway.happen(keyOf(orderId), { ...captured, ...change });
        await tell("event-1", keyOf(orderId));
        await tell("event-2", keyOf(orderId));

        expect(await shop.states(orderId)).toBe("AWAITING_PAYMENT PENDING PENDING");
        const { items } = await subject.paymentReads.list({ isFlagged: true }, FIRST);
        expect(items.map(({ item }) => item.flags.map((one) => one.kind))).toEqual([[kind]]);
        expect(await subject.paymentReads.count({ isFlagged: true })).toBe(1);
        expect(await shop.timeline(orderId)).toEqual(["PLACED", "PAYMENT_FLAGGED"]);
      },
    );

    test("a first try that succeeds after the second one is given back", async () => {
      const { orderId, link } = await shop.order("later");
      made(
        await shop.payments.orderPayByLink(
          { link, paymentMethod: "held", payment: { token: "ok" } },
          GUEST,
        ),
      );
      shop.gateway.happen(keyOf(orderId), captured);
      await tell("event-1", keyOf(orderId));

      expect(await shop.orderOf(orderId)).toMatchObject({ state: "CONFIRMED" });
      await shop.reconcile();
      const payments = await shop.paymentsOf(orderId);
      expect(
        payments.map(({ state, captured: taken, refunded }) => [state, taken - refunded]),
      ).toEqual([
        ["CAPTURED", 2490],
        ["CANCELLED", 0],
      ]);
    });

    test("money for an expired order confirms it while its units are there", async () => {
      const { orderId } = await shop.order("later");
      shop.clock.forward(31 * 60_000);
      await shop.expire();
      expect(await shop.available()).toBe(5);
      shop.gateway.happen(keyOf(orderId), captured);
      await tell("event-1", keyOf(orderId));

      expect(await shop.states(orderId)).toBe("CONFIRMED PAID CAPTURED");
      expect(await shop.timeline(orderId)).toContain("REOPENED");
      expect(await shop.available()).toBe(3);
    });

    test("money for an expired order is given back when its units are sold", async () => {
      const { orderId } = await shop.order("later");
      shop.clock.forward(31 * 60_000);
      await shop.expire();
      await shop.order("ok");
      await shop.order("ok");
      shop.gateway.happen(keyOf(orderId), captured);
      await tell("event-1", keyOf(orderId));
      await shop.reconcile();

      expect(await shop.states(orderId)).toBe("EXPIRED REFUNDED CAPTURED");
      expect((await shop.paymentsOf(orderId))[0]?.refunds).toMatchObject([
        { amount: 2490, reason: "ORDER_EXPIRED", state: "SUCCEEDED" },
      ]);
      expect(await shop.available()).toBe(1);
    });

    test("an attempt of an expired order is given up at the gateway", async () => {
      const { orderId } = await shop.order("action");
      shop.clock.forward(31 * 60_000);
      await shop.expire();
      await shop.end(orderId);
      await shop.reconcile();

      expect(await shop.states(orderId)).toBe("EXPIRED PENDING CANCELLED");
    });

    test("staff cancel a paid order: its units and its money are given back", async () => {
      const { orderId } = await shop.order("ok");
      made(await shop.orders.orderCancel({ id: orderId, reason: "STOCK" }, OPERATOR));
      expect(await shop.available()).toBe(5);
      await shop.end(orderId);
      await shop.reconcile();

      expect(await shop.states(orderId)).toBe("CANCELLED REFUNDED CAPTURED");
      expect((await shop.paymentsOf(orderId))[0]?.refunds).toMatchObject([
        { amount: 2490, reason: "ORDER_CANCELLED", state: "SUCCEEDED" },
      ]);
      await shop.end(orderId);
      await shop.reconcile();
      expect(shop.gateway.only.refunds).toHaveLength(1);
    });

    test("held money of a cancelled order is released, and offline money is left to staff", async () => {
      const held = await shop.order("ok", "held");
      made(await shop.orders.orderCancel({ id: held.orderId }, OPERATOR));
      await shop.end(held.orderId);
      await shop.reconcile();
      expect(await shop.states(held.orderId)).toBe("CANCELLED PENDING CANCELLED");

      const manual = await shop.order(null, "manual");
      made(await shop.payments.paymentMarkPaid({ id: manual.orderId }, OPERATOR));
      made(await shop.orders.orderCancel({ id: manual.orderId }, OPERATOR));
      await shop.end(manual.orderId);
      expect((await shop.paymentsOf(manual.orderId))[0]?.flags).toMatchObject([
        { kind: "RETURN_BY_HAND", found: "2490 EUR" },
      ]);
    });

    test("a release that the gateway refuses is left to staff, and not tried for ever", async () => {
      const { orderId } = await shop.order("ok", "held");
      made(await shop.orders.orderCancel({ id: orderId }, OPERATOR));
      await shop.end(orderId);
      shop.gateway.fail("cancel", "REFUSED");
      await shop.reconcile();
      await shop.reconcile();

      expect((await shop.paymentsOf(orderId))[0]).toMatchObject({
        state: "AUTHORISED",
        call: null,
        flags: [{ kind: "CALL_REFUSED", found: "CANCEL not_allowed" }],
      });
      expect(shop.gateway.calls.filter((call) => call.startsWith("cancel"))).toHaveLength(1);
    });

    test("held money that the bank releases by time is noticed", async () => {
      const { orderId } = await shop.order("later", "held");
      const authorisedUntil = new Date(shop.clock.now().getTime() + 7 * 24 * HOUR);
      shop.gateway.happen(keyOf(orderId), { ...held, authorisedUntil });
      await tell("event-1", keyOf(orderId));
      expect(await shop.states(orderId)).toBe("CONFIRMED AUTHORISED AUTHORISED");
      const calls = shop.gateway.calls.length;
      await shop.reconcile(6 * 24 * HOUR);
      expect(shop.gateway.calls).toHaveLength(calls);
      shop.gateway.happen(keyOf(orderId), { state: "EXPIRED", authorisedUntil: null });
      await shop.reconcile(25 * HOUR);

      expect(await shop.states(orderId)).toBe("CONFIRMED FAILED EXPIRED");
      expect(await shop.timeline(orderId)).toContain("PAYMENT_EXPIRED");
    });

    test("a transfer that comes after its time confirms the order while its units are there", async () => {
      const { orderId } = await shop.order(null, "manual");
      shop.clock.forward(4 * 24 * HOUR);
      await shop.expire();
      made(await shop.payments.paymentMarkPaid({ id: orderId }, OPERATOR));

      expect(await shop.states(orderId)).toBe("CONFIRMED PAID CAPTURED");
      expect(await shop.available()).toBe(3);
    });

    test("refunds that are requested at once sum up to what was captured", async () => {
      const { orderId, paymentId } = await shop.order("ok");
      const outcomes = await Promise.all(
        Array.from({ length: 50 }, () => refund(paymentId, "0.83")),
      );

      const refusals = outcomes.flatMap((one) => one.refusals.map(({ code }) => code));
      expect(refusals).toEqual(Array(20).fill("REFUND_EXCEEDS_CAPTURED"));
      await shop.reconcile();
      expect(await shop.states(orderId)).toBe("CONFIRMED REFUNDED CAPTURED");
      expect(shop.gateway.only.refunds).toHaveLength(30);
    });

    test("a refund without an answer is found, and made once", async () => {
      const { orderId, paymentId } = await shop.order("ok");
      shop.gateway.fail("refund", "TIMEOUT_AFTER");
      made(await refund(paymentId, "4.90"));
      expect((await shop.paymentsOf(orderId))[0]?.refunds).toMatchObject([{ state: "PENDING" }]);
      await shop.reconcile();

      expect(await shop.states(orderId)).toBe("CONFIRMED PARTIALLY_REFUNDED CAPTURED");
      expect(shop.gateway.only.refunds).toHaveLength(1);
    });

    test("a refund that fails days later can be made again", async () => {
      const { orderId, paymentId } = await shop.order("ok");
      made(await refund(paymentId, null));
      expect(await shop.states(orderId)).toBe("CONFIRMED REFUNDED CAPTURED");
      const refunds = shop.gateway.only.refunds.map((one) => ({
        ...one,
        state: "FAILED" as const,
        failure: "account_closed",
      }));
      shop.gateway.happen(keyOf(orderId), { refunds });
      await tell("event-1", keyOf(orderId));

      expect(await shop.states(orderId)).toBe("CONFIRMED PAID CAPTURED");
      expect(await shop.timeline(orderId)).toContain("REFUND_FAILED");
      made(await refund(paymentId, null));
      expect(await shop.states(orderId)).toBe("CONFIRMED REFUNDED CAPTURED");
    });

    test("a disputed payment is noted, and its refund is refused by the gateway", async () => {
      const { orderId, paymentId } = await shop.order("ok");
      const amount = { minorUnits: 2490, currency: "EUR" };
      const disputes = [{ reference: "d1", amount, state: "OPEN" as const, reason: "fraud" }];
      shop.gateway.happen(keyOf(orderId), { disputes });
      await tell("event-1", keyOf(orderId));
      made(await refund(paymentId, null));

      expect((await shop.paymentsOf(orderId))[0]).toMatchObject({
        disputes,
        refunded: 0,
        refunds: [{ state: "FAILED", failure: "charge_disputed" }],
      });
      expect(await shop.timeline(orderId)).toContain("PAYMENT_DISPUTED");
    });

    test("of several processes one calls the gateway for a payment that is due", async () => {
      await shop.order("later");
      shop.clock.forward(60_000);
      const claims = await Promise.all(
        Array.from({ length: 4 }, () =>
          subject.unitOfWork.run(({ payments }) => payments.claimDue(shop.clock.now(), 10)),
        ),
      );

      expect(claims.map(({ length }) => length).toSorted()).toEqual([0, 0, 0, 1]);
    });

    test("after a change of the total the next try pays exactly the new total", async () => {
      const { orderId, link } = await shop.order("decline");
      const content = orderContent();
      const { total } = content.quote.totals;
      const operation = orderRevise({ ...shop.needs, ...shop.needs.paymentServices });
      made(await operation({ orderId, content }, OPERATOR));
      expect(await shop.states(orderId)).toBe("AWAITING_PAYMENT PENDING CANCELLED");
      made(await pay(link, "ok"));

      expect(await shop.states(orderId)).toBe("CONFIRMED PAID CANCELLED CAPTURED");
      expect(shop.gateway.requests.map(({ key, amount }) => [key, amount.minorUnits])).toEqual([
        [keyOf(orderId), 2490],
        [`${orderId}-2-${total.minorUnits}EUR`, total.minorUnits],
      ]);
      expect(refused(await operation({ orderId, content }, OPERATOR))).toEqual([
        "ORDER_NOT_REVISABLE id",
      ]);
    });
  });
};
