import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { forgetGatewayEvents } from "../../../src/application/payments/webhooks/forget-gateway-events.js";
import { GUEST, OPERATOR, PermissionDenied } from "../../../src/application/shared/viewer.js";
import { refused } from "../checkout/cart-shop.js";
import { made } from "../pricing/market-shop.js";
import { paymentShop, type PaymentShop, type PaymentsSubject } from "./payment-shop.js";

const ALL = { size: 20, direction: "forward", after: null, before: null } as const;

/** How payment methods are kept, and events of gateways forgotten, on every store. */
export const paymentMethodsContract = (
  name: string,
  open: () => Promise<PaymentsSubject>,
): void => {
  describe(`payment methods: ${name}`, () => {
    let subject: PaymentsSubject;
    let shop: PaymentShop;

    beforeEach(async () => {
      subject = await open();
      shop = await paymentShop(subject);
    });
    afterEach(async () => subject.close?.());

    const create = (method: { readonly key: string }) =>
      shop.payments.paymentMethodCreate({ method }, OPERATOR);
    const keys = async () =>
      (await subject.paymentReads.methods(ALL)).items.map(({ item }) => item.key);
    const INVOICE = {
      key: "invoice",
      name: "Invoice",
      instructions: "Pay within 14 days.",
      translations: [{ locale: "de", name: "Rechnung", instructions: null }],
      gateway: null,
      capture: "MANUAL",
      currencies: ["EUR", "CHF"],
      totals: [
        { currency: "EUR", minimum: "10.00", maximum: "500.00" },
        { currency: "CHF", minimum: null, maximum: "400.05" },
      ],
      payWithinMinutes: 20_160,
      position: 7,
      isEnabled: false,
    } as const;

    test("a method comes back as it was created, and there is one from the start", async () => {
      const { paymentMethodId } = made(await create(INVOICE));
      const found = (await subject.paymentReads.methodsById([paymentMethodId])).get(
        paymentMethodId,
      );

      expect(found).toEqual({
        ...INVOICE,
        id: paymentMethodId,
        markets: [],
        totals: [
          { currency: "CHF", minimum: null, maximum: 40_005 },
          { currency: "EUR", minimum: 1_000, maximum: 50_000 },
        ],
        version: 1,
        createdAt: shop.clock.now(),
        updatedAt: shop.clock.now(),
      });
      expect(await keys()).toEqual(["manual", "card", "held", "invoice"]);
      expect(await subject.paymentReads.countMethods()).toBe(4);
      expect([...(await subject.paymentReads.methodsByKey(["manual", "ß"])).keys()]).toEqual([
        "manual",
      ]);
    });

    test("a change keeps what it leaves out, and counts once", async () => {
      const { paymentMethodId: id } = made(await create(INVOICE));
      const update = (changes: object, expectedVersion?: number) =>
        shop.payments.paymentMethodUpdate({ id, changes, expectedVersion }, OPERATOR);
      made(await update({ isEnabled: true, totals: null, position: 0 }, 1));
      const { warnings } = made(await update({ isEnabled: true }));

      expect(warnings.map(({ code }) => code)).toEqual(["NOTHING_CHANGED"]);
      expect((await subject.paymentReads.methodsById([id])).get(id)).toMatchObject({
        isEnabled: true,
        totals: [],
        name: "Invoice",
        version: 2,
      });
      expect(refused(await update({ name: "Late" }, 1))).toEqual(["STALE_VERSION expectedVersion"]);
      const wrong = { payWithinMinutes: 0, currencies: ["XYZ"], marketIds: ["market_1"] };
      expect(refused(await update(wrong))).toEqual(["MARKET_NOT_FOUND changes marketIds 0"]);
      expect(refused(await update({ ...wrong, marketIds: [] }))).toEqual([
        "UNKNOWN_CURRENCY changes currencies 0",
        "INVALID_PAYMENT_METHOD changes payWithinMinutes",
      ]);
    });

    test("a key is used once, and free again when its method is deleted", async () => {
      expect(refused(await create({ key: "manual" }))).toEqual([
        "PAYMENT_METHOD_KEY_TAKEN method key",
      ]);
      const { paymentMethodId: id } = made(await create(INVOICE));
      made(await shop.payments.paymentMethodDelete({ id }, OPERATOR));

      expect(await keys()).toEqual(["manual", "card", "held"]);
      expect(refused(await shop.payments.paymentMethodDelete({ id }, OPERATOR))).toEqual([
        "PAYMENT_METHOD_NOT_FOUND id",
      ]);
      made(await create(INVOICE));
    });

    test("a disabled method is offered to nobody at once", async () => {
      const card = (await subject.paymentReads.methodsByKey(["card"])).get("card");
      const changes = { isEnabled: false };
      made(await shop.payments.paymentMethodUpdate({ id: card?.id ?? "", changes }, OPERATOR));
      const cartId = await shop.ready();
      const submission = { cartId, paymentMethod: "card", expectedTotal: "24.90" };

      expect(refused(await shop.shop.checkout.checkoutSubmit(submission, GUEST))).toEqual([
        "PAYMENT_METHOD_NOT_ELIGIBLE paymentMethod",
      ]);
    });

    test("guests change no methods, and neither capture nor refund nor mark as paid", async () => {
      const { payments } = shop;
      const target = { id: "payment_1" };
      const calls = [
        payments.paymentMethodCreate({ method: { key: "own" } }, GUEST),
        payments.paymentCapture(target, GUEST),
        payments.paymentVoid(target, GUEST),
        payments.refundCreate(target, GUEST),
        payments.paymentMarkPaid(target, GUEST),
        payments.orderPay({ ...target, paymentMethod: "card" }, GUEST),
      ];

      for (const call of calls) await expect(call).rejects.toThrow(PermissionDenied);
    });

    test("events of gateways are forgotten when they can be repeated no more", async () => {
      const now = shop.clock.now();
      const add = (eventId: string, receivedAt: Date) =>
        subject.unitOfWork.run(({ gatewayEvents }) =>
          gatewayEvents.add({
            gateway: "fake",
            eventId,
            paymentId: null,
            occurredAt: now,
            receivedAt,
          }),
        );
      await add("old", new Date(now.getTime() - 91 * 24 * 60 * 60_000));
      await add("new", now);
      await subject.unitOfWork.run((stores) => forgetGatewayEvents.run(now, stores));

      expect([await add("old", now), await add("new", now)]).toEqual([true, false]);
    });
  });
};
