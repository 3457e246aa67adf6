import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { GUEST, OPERATOR } from "../../../src/application/shared/viewer.js";
import { refused } from "../checkout/cart-shop.js";
import { made } from "../pricing/market-shop.js";
import { paymentShop, type PaymentShop, type PaymentsSubject } from "./payment-shop.js";

/** How orders are paid, on every store. */
export const payingContract = (name: string, open: () => Promise<PaymentsSubject>): void => {
  describe(`paying: ${name}`, () => {
    let subject: PaymentsSubject;
    let shop: PaymentShop;

    beforeEach(async () => {
      subject = await open();
      shop = await paymentShop(subject);
    });
    afterEach(async () => subject.close?.());

    const pay = (link: string, paymentMethod: string, token: string) =>
      shop.payments.orderPayByLink({ link, paymentMethod, payment: { token } }, GUEST);

    test("the page that a buyer comes back to gets the link of the order, which is not stored", async () => {
      const { shop: carts, gateway } = shop;
      const cartId = await shop.ready();
      const returnUrl = "https://shop.example/orders/{link}?of={link}";
      const { paymentId } = made(
        await carts.checkout.checkoutSubmit(
          {
            cartId,
            paymentMethod: "card",
            payment: { token: "action", returnUrl },
            expectedTotal: "24.90",
          },
          GUEST,
        ),
      );
      const link = subject.orderCodes.linkOf(cartId);
      const stored = paymentId && (await subject.paymentReads.forGateway(paymentId));

      expect(stored?.returnUrl).toBe(returnUrl);
      expect(gateway.requests.map((one) => one.returnUrl)).toEqual([
        `https://shop.example/orders/${link}?of=${link}`,
      ]);
    });

    test("a card that is good confirms the order, and claims its units", async () => {
      const { orderId, paymentId } = await shop.order("ok");

      expect(await shop.states(orderId)).toBe("CONFIRMED PAID CAPTURED");
      expect(await shop.paymentsOf(orderId)).toMatchObject([
        { id: paymentId, amount: { minorUnits: 2490, currency: "EUR" }, captured: 2490 },
      ]);
      expect(await shop.timeline(orderId)).toEqual(["PLACED", "CONFIRMED", "PAYMENT_CAPTURED"]);
      expect(shop.gateway.calls).toEqual([`authorise ${orderId}-1-2490EUR`]);
      expect(await shop.available()).toBe(3);
      await shop.reconcile();
      expect(shop.gateway.calls).toHaveLength(1);
    });

    test("held money confirms the order, and staff take it in one part", async () => {
      const { orderId, paymentId } = await shop.order("ok", "held");
      const capture = (amount: string | null) =>
        shop.payments.paymentCapture({ id: paymentId ?? "", amount }, OPERATOR);

      expect(await shop.states(orderId)).toBe("CONFIRMED AUTHORISED AUTHORISED");
      expect(refused(await capture("24.91"))).toEqual(["CAPTURE_EXCEEDS_AUTHORISED amount"]);
      made(await capture("20.00"));
      expect(await shop.states(orderId)).toBe("CONFIRMED PARTIALLY_PAID CAPTURED");
      expect(refused(await capture("4.90"))).toEqual(["PAYMENT_NOT_POSSIBLE id"]);
    });

    test("an order whose card is declined is paid with another one in a new attempt", async () => {
      const { orderId, link } = await shop.order("decline");

      expect(await shop.states(orderId)).toBe("AWAITING_PAYMENT FAILED DECLINED");
      made(await pay(link, "card", "ok"));
      expect(await shop.states(orderId)).toBe("CONFIRMED PAID CANCELLED CAPTURED");
      shop.clock.forward(60_000);
      expect(refused(await pay(link, "card", "ok"))).toEqual(["ORDER_NOT_PAYABLE link"]);
    });

    test("a double click and a second tab pay once, and get the same payment", async () => {
      const { orderId, link } = await shop.order("decline");
      const outcomes = await Promise.all(
        Array.from({ length: 5 }, () => pay(link, "card", "later")),
      );

      expect(new Set(outcomes.map((one) => made(one).paymentId)).size).toBe(1);
      expect(await shop.states(orderId)).toBe("AWAITING_PAYMENT PENDING CANCELLED PENDING");
      expect(shop.gateway.payments.size).toBe(2);
    });

    test("a click that comes when the order is just paid gets the payment that paid it", async () => {
      const { orderId, link } = await shop.order("decline");
      const clicks = Array.from({ length: 5 }, () => pay(link, "card", "ok"));
      const outcomes = [...(await Promise.all(clicks)), await pay(link, "card", "ok")];

      expect(new Set(outcomes.map((one) => made(one).paymentId)).size).toBe(1);
      expect(await shop.states(orderId)).toBe("CONFIRMED PAID CANCELLED CAPTURED");
    });

    test("nobody can try cards without end on one order", async () => {
      const { link } = await shop.order("decline");
      for (let attempt = 2; attempt <= 30; attempt++) made(await pay(link, "card", "decline"));

      expect(refused(await pay(link, "card", "decline"))).toEqual(["TOO_MANY link"]);
    });

    test("a buyer who gives up what the bank asked for pays with another card", async () => {
      const { orderId, link } = await shop.order("action");

      expect((await shop.paymentsOf(orderId))[0]).toMatchObject({
        state: "REQUIRES_ACTION",
        nextAction: { kind: "REDIRECT", url: "https://bank.test/3ds" },
      });
      made(await pay(link, "card", "action"));
      expect(await shop.paymentsOf(orderId)).toHaveLength(1);
      made(await pay(link, "card", "ok"));
      expect(await shop.states(orderId)).toBe("CONFIRMED PAID CANCELLED CAPTURED");
    });

    test("a buyer who comes back from the bank sees what has become of the payment", async () => {
      const { orderId, link, paymentId } = await shop.order("action");
      const key = `${orderId}-1-2490EUR`;
      shop.gateway.happen(key, { state: "CAPTURED", authorised: 2490, captured: 2490 });

      const { payments } = made(await shop.payments.orderPaymentRefreshByLink({ link }, GUEST));
      expect(payments).toEqual([paymentId]);
      expect(await shop.states(orderId)).toBe("CONFIRMED PAID CAPTURED");
    });

    test("an offline order is paid when staff say so, also in parts", async () => {
      const { orderId, paymentId } = await shop.order(null, "manual");
      const mark = (amount: string | null) =>
        shop.payments.paymentMarkPaid({ id: orderId, amount }, OPERATOR);

      expect(paymentId).toBeNull();
      made(await mark("20.00"));
      expect(await shop.states(orderId)).toBe("AWAITING_PAYMENT PARTIALLY_PAID CAPTURED");
      made(await mark(null));
      expect(await shop.states(orderId)).toBe("CONFIRMED PAID CAPTURED CAPTURED");
      expect(refused(await mark(null))).toEqual(["ORDER_NOT_PAYABLE id"]);
    });

    test("several payments pay one order, each what was still due", async () => {
      const { orderId, link } = await shop.order(null, "manual");
      made(await shop.payments.paymentMarkPaid({ id: orderId, amount: "4.90" }, OPERATOR));
      made(await pay(link, "card", "ok"));

      expect(await shop.states(orderId)).toBe("CONFIRMED PAID CAPTURED CAPTURED");
      expect(shop.gateway.only.amount.minorUnits).toBe(2000);
    });

    test("a method without a gateway of the shop, or for other totals, is refused", async () => {
      const method = { key: "dear", gateway: "fake", totals: [{ currency: "EUR", minimum: "99" }] };
      made(await shop.payments.paymentMethodCreate({ method }, OPERATOR));
      const other = { key: "other", gateway: "other" };
      made(await shop.payments.paymentMethodCreate({ method: other }, OPERATOR));
      const cartId = await shop.ready();
      const submit = (paymentMethod: string) =>
        shop.shop.checkout.checkoutSubmit({ cartId, paymentMethod, expectedTotal: "24.90" }, GUEST);
      const view = await shop.shop.checkout.cart({ cartId }, GUEST);

      expect(refused(await submit("dear"))).toEqual(["PAYMENT_METHOD_NOT_ELIGIBLE paymentMethod"]);
      expect(refused(await submit("other"))).toEqual(["PAYMENT_METHOD_NOT_ELIGIBLE paymentMethod"]);
      expect(refused(await submit("cash"))).toEqual(["PAYMENT_METHOD_UNKNOWN paymentMethod"]);
      const { orderId } = await shop.order("decline");
      const forOrder = await shop.payments.shop.methodsOf({ orderId }, GUEST);
      expect(forOrder.map(({ ineligible }) => ineligible)).toContain("TOTAL_TOO_LOW");
      expect(
        (await shop.shop.checkout.paymentMethods(view, GUEST)).map(
          ({ method: { key }, ineligible }) => `${key} ${ineligible}`,
        ),
      ).toEqual([
        "manual null",
        "card null",
        "held null",
        "dear TOTAL_TOO_LOW",
        "other GATEWAY_NOT_CONFIGURED",
      ]);
    });

    test("the token of a buyer is kept no longer than it may have to be sent", async () => {
      const { paymentId } = await shop.order("later");
      const stored = paymentId && (await subject.paymentReads.forGateway(paymentId));

      expect(shop.gateway.requests.map(({ token }) => token)).toEqual(["later"]);
      expect(stored).toMatchObject({ state: "PENDING", token: null });
    });

    test("every payment, refund and transaction comes back as it was stored", async () => {
      const { orderId, paymentId } = await shop.order("ok");
      const refund = { id: paymentId ?? "", amount: "4.90", note: "Broken cup" };
      const { refundId } = made(await shop.payments.refundCreate(refund, OPERATOR));
      const [payment] = await shop.paymentsOf(orderId);

      expect(payment).toEqual({
        id: paymentId,
        orderId,
        attempt: 1,
        method: "card",
        gateway: "fake",
        capture: "AUTOMATIC",
        amount: { minorUnits: 2490, currency: "EUR" },
        state: "CAPTURED",
        authorised: 2490,
        captured: 2490,
        refunded: 490,
        reference: "ref-1",
        nextAction: null,
        declineCode: null,
        authorisedUntil: null,
        call: null,
        refunds: [
          {
            id: refundId,
            amount: 490,
            state: "SUCCEEDED",
            reason: "STAFF",
            note: "Broken cup",
            reference: "refund-2",
            failure: null,
            requestedAt: shop.clock.now(),
            updatedAt: shop.clock.now(),
          },
        ],
        disputes: [],
        flags: [],
        version: 4,
        createdAt: shop.clock.now(),
        updatedAt: shop.clock.now(),
      });
      const transactions = await subject.paymentReads.transactionsOf([
        payment?.id ?? ("" as never),
      ]);
      expect([...transactions.values()]).toEqual([
        [
          { kind: "AUTHORISED", amount: 2490, at: shop.clock.now(), refundId: null },
          { kind: "CAPTURED", amount: 2490, at: shop.clock.now(), refundId: null },
          { kind: "REFUNDED", amount: 490, at: shop.clock.now(), refundId },
        ],
      ]);
    });
  });
};
