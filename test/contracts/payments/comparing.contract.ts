import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Finding } from "../../../src/application/payments/compare/comparison.js";
import type {
  GatewayPayment,
  PaymentGateway,
} from "../../../src/application/payments/ports/payment-gateway.js";
import { gatewaysOf } from "../../../src/application/payments/ports/payment-gateways.js";
import { comparePayments } from "../../../src/application/payments/compare/compare-payments.js";
import { GUEST, OPERATOR } from "../../../src/application/shared/viewer.js";
import type { OrderId } from "../../../src/domain/orders/ids.js";
import { paymentShop, type PaymentShop, type PaymentsSubject } from "./payment-shop.js";

/** How payments are compared with their gateways, on every store. */
export const comparingContract = (name: string, open: () => Promise<PaymentsSubject>): void => {
  describe(`comparing payments with their gateways: ${name}`, () => {
    let subject: PaymentsSubject;
    let shop: PaymentShop;
    beforeEach(async () => {
      subject = await open();
      shop = await paymentShop(subject);
    });
    afterEach(async () => subject.close?.());

    const keyOf = (orderId: OrderId, attempt = 1) => `${orderId}-${attempt}-2490EUR`;
    const compare = async (gateways: readonly PaymentGateway[] = [shop.gateway]) => {
      const findings: Finding[] = [];
      const compared = await comparePayments({ ...shop.needs, gateways: gatewaysOf(gateways) })(
        { pauseMs: 0, onFound: (finding) => findings.push(finding) },
        OPERATOR,
      );
      return { compared, findings };
    };
    /** Another payment at the gateway that no answer has told the shop of. */
    const foreign = (change: Partial<GatewayPayment>): void => {
      const reference = `foreign-${shop.gateway.payments.size}`;
      const [one] = shop.gateway.payments.values();
      if (one) shop.gateway.payments.set(reference, { ...one, reference, ...change });
    };

    test("payments that agree, were declined or never reached the gateway are all right", async () => {
      const { link } = await shop.order("decline");
      await shop.payments.orderPayByLink(
        { link, paymentMethod: "card", payment: { token: "ok" } },
        GUEST,
      );
      shop.gateway.fail("authorise", "DOWN");
      await shop.order("ok");

      expect(await compare()).toEqual({
        compared: [
          { gateway: "fake", payments: 3, unchecked: 0, listed: 2, reason: null, found: 0 },
        ],
        findings: [],
      });
    });

    test.each<readonly [string, Partial<GatewayPayment>, string, string]>([
      [
        "amount",
        { amount: { minorUnits: 2491, currency: "EUR" } },
        "amount 2490 EUR",
        "amount 2491 EUR",
      ],
      [
        "currency",
        { amount: { minorUnits: 2490, currency: "USD" } },
        "amount 2490 EUR",
        "amount 2490 USD",
      ],
      ["order", { orderId: "order_other" }, "order ORDER", "order order_other"],
      ["captured sum", { captured: 2400 }, "captured 2490 EUR", "captured 2400 EUR"],
      ["authorised sum", { authorised: 2500 }, "authorised 2490 EUR", "authorised 2500 EUR"],
      ["state", { state: "CANCELLED" }, "state CAPTURED", "state CANCELLED"],
      [
        "refunded sum",
        {
          refunds: [
            {
              reference: "r",
              key: null,
              amount: { minorUnits: 90, currency: "EUR" },
              state: "SUCCEEDED",
              failure: null,
            },
          ],
        },
        "refunded 0 EUR",
        "refunded 90 EUR",
      ],
    ])("a payment with another %s at the gateway is named", async (_, change, stored, at) => {
      const { orderId } = await shop.order("ok");
      const [payment] = await shop.paymentsOf(orderId);
      shop.gateway.happen(keyOf(orderId), change);
      const { compared, findings } = await compare();

      expect(compared).toMatchObject([{ payments: 1, found: 1, reason: null }]);
      expect(findings).toEqual([
        {
          kind: "DIFFERENT",
          gateway: "fake",
          paymentId: payment?.id,
          orderId,
          reference: "ref-1",
          stored: stored.replace("ORDER", orderId),
          atGateway: at,
        },
      ]);
    });

    test("a payment that the gateway does not know any more is named", async () => {
      await shop.order("ok");
      shop.gateway.payments.clear();

      expect((await compare()).findings).toMatchObject([
        { kind: "DIFFERENT", stored: "existence ref-1", atGateway: "existence none" },
      ]);
    });

    test("a payment whose answer is stored meanwhile is not named", async () => {
      shop.gateway.fail("authorise", "TIMEOUT_AFTER");
      await shop.order("ok");
      const answer = shop.gateway.fetch.bind(shop.gateway);
      let asked = 0;
      shop.gateway.fetch = async (at) => {
        asked += 1;
        const truth = await answer(at);
        if (asked === 1) await shop.reconcile();
        return truth;
      };

      expect((await compare()).findings).toEqual([]);
      expect(asked).toBeGreaterThan(2);
    });

    test("money at the gateway that no stored payment tells of is named", async () => {
      await shop.order("ok");
      foreign({ key: "foreign-key", orderId: "órder of nobody" });
      foreign({ key: null, orderId: null, state: "DECLINED", authorised: 0, captured: 0 });

      expect((await compare()).findings).toEqual([
        {
          kind: "UNKNOWN",
          gateway: "fake",
          paymentId: null,
          orderId: "órder of nobody",
          reference: "foreign-1",
          stored: "no such payment",
          atGateway: "CAPTURED, captured 2490 of 2490 EUR",
        },
      ]);
    });

    test("a second payment with the key of a stored one is not taken for it", async () => {
      const { orderId } = await shop.order("ok");
      foreign({});
      const { findings } = await compare();

      expect(findings).toMatchObject([
        { kind: "UNKNOWN", reference: "foreign-1", orderId },
        {
          kind: "CHARGED_TWICE",
          orderId,
          stored: "order total 2490 EUR",
          atGateway: "4980 EUR kept by 2 payments",
        },
      ]);
    });

    test("an order that two stored payments were taken for is named once, unless one went back", async () => {
      const { orderId, link } = await shop.order("decline");
      await shop.payments.orderPayByLink(
        { link, paymentMethod: "card", payment: { token: "ok" } },
        GUEST,
      );
      const taken = { state: "CAPTURED", authorised: 2490, captured: 2490 } as const;
      shop.gateway.happen(keyOf(orderId), taken);
      const twice = await compare();
      const amount = { minorUnits: 2490, currency: "EUR" };
      const refund = {
        reference: "r",
        key: null,
        amount,
        state: "PENDING",
        failure: null,
      } as const;
      shop.gateway.happen(keyOf(orderId), { ...taken, refunds: [refund] });
      const back = await compare();

      const kinds = ({ findings }: typeof twice) => findings.map(({ kind }) => kind);
      expect(kinds(twice)).toEqual(["DIFFERENT", "CHARGED_TWICE"]);
      expect(kinds(back)).toEqual(["DIFFERENT"]);
    });

    test("a gateway that does not answer, or is not configured, is unchecked and not clean", async () => {
      await shop.order("ok");
      await shop.order("ok");
      shop.gateway.fail("fetch", "DOWN");
      const silent = await compare();
      const gone = await compare([]);
      shop.gateway.fail("list", "TIMEOUT_AFTER");
      const unlisted = await compare();

      const said = { gateway: "fake", found: 0 };
      // A call may be under way beside the one without an answer.
      expect(silent.compared).toMatchObject([{ ...said, listed: null, reason: "unreachable" }]);
      expect(silent.compared[0]?.unchecked).toBeGreaterThan(0);
      expect(gone.compared).toEqual([
        { ...said, payments: 0, unchecked: 2, listed: null, reason: "not_configured" },
      ]);
      expect(unlisted.compared).toEqual([
        { ...said, payments: 2, unchecked: 0, listed: null, reason: "timeout_after" },
      ]);
    });
  });
};
