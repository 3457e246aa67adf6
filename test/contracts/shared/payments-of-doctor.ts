import { beforeEach, describe, expect, test } from "vitest";
import { placeOrder } from "../../../src/application/orders/orders.js";
import { settleOrder } from "../../../src/application/payments/settle/settle-order.js";
import type { PaymentId, RefundId } from "../../../src/domain/payments/ids.js";
import { Payment } from "../../../src/domain/payments/payment.js";
import { id } from "../../../src/domain/shared/id.js";
import { randomOrderCodes } from "../../../src/infrastructure/orders/random-order-codes.js";
import type { Store } from "../../../src/infrastructure/store.js";
import { orderContent, orderDraft } from "../../builders/an-order.js";
import { fixedClock } from "../../fakes/fixed-clock.js";
import { numberedIds } from "../../fakes/numbered-ids.js";

interface Doctor {
  readonly store: () => Store;
  readonly examine: (
    repairs: boolean,
    options: { readonly rules: string[] },
  ) => Promise<{ readonly checked: readonly object[]; readonly found: readonly object[] }>;
  readonly plant: (...statements: readonly string[]) => Promise<void>;
}

const RULES = ["payment-sums", "payment-limits", "order-payments"];
const PAYMENT = id<PaymentId>("payment_00000000000000000000000001");
const REFUND = id<RefundId>("refund_00000000000000000000000001");

/** What the doctor says of payments, and of orders that were paid. */
export const paymentsOfDoctor = ({ store, examine, plant }: Doctor): void => {
  describe("a payment", () => {
    const { total } = orderContent().quote.totals;
    const [all, rest] = [total.minorUnits, total.minorUnits - 100];
    let orderId: string;

    beforeEach(async () => {
      const ids = numberedIds(900_000);
      const now = fixedClock().now();
      await store().unitOfWork.run(async (stores) => {
        const needs = { ids, orderCodes: randomOrderCodes };
        const { order } = await placeOrder(stores, orderDraft(), needs);
        orderId = order.id;
      });
      await store().unitOfWork.run(async (stores, { attempt }) => {
        const order = await stores.orders.get(id(orderId));
        const payment = Payment.received(
          {
            id: PAYMENT,
            orderId: order.id,
            attempt: 1,
            method: "manual",
            capture: "AUTOMATIC",
            amount: { minorUnits: all, currency: total.currency },
          },
          now,
        );
        await stores.payments.add(payment);
        payment.requestRefund({ id: REFUND, amount: 100, reason: "STAFF", note: null }, now);
        await settleOrder(stores, order, [payment], { attempt, ids, now });
      });
    });

    test("that was paid, and refunded in part, is in order", async () => {
      expect(await examine(false, { rules: RULES })).toMatchObject({
        checked: RULES.map(() => ({ rows: 1, broken: 0 })),
      });
    });

    const sums = (captured: number, refunded: number) =>
      `authorised ${all}, captured ${captured}, refunded ${refunded}`;

    test.each([
      [
        "another sum than its transactions",
        "UPDATE payments_payment SET captured = captured - 1",
        ["payment-sums", { id: PAYMENT }, `${sums(all, 100)}, by refunds 100`, sums(all - 1, 100)],
      ],
      [
        "a lost transaction",
        "DELETE FROM payments_transaction WHERE kind = 'REFUNDED'",
        ["payment-sums", { id: PAYMENT }, `${sums(all, 0)}, by refunds 100`, sums(all, 100)],
      ],
      [
        "a refund of another amount",
        "UPDATE payments_refund SET amount = 99",
        ["payment-sums", { id: PAYMENT }, `${sums(all, 100)}, by refunds 99`, sums(all, 100)],
      ],
      [
        "less than what was taken",
        "UPDATE payments_payment SET amount = amount - 1",
        [
          "payment-limits",
          { id: PAYMENT },
          "refunded ≤ captured ≤ authorised ≤ amount",
          `100, ${all}, ${all}, ${all - 1}`,
        ],
      ],
      [
        "another currency than its order",
        "UPDATE payments_payment SET currency = 'USD'",
        ["payment-limits", { id: PAYMENT }, total.currency, "USD"],
      ],
    ])("with %s is named", async (_what, sql, found) => {
      await plant(sql);

      expect((await examine(true, { rules: RULES })).found).toEqual([found]);
    });

    test("of no order is named, and so is the order that it paid", async () => {
      await plant("UPDATE payments_payment SET order_id = 'order_00000000000000000000000009'");

      expect((await examine(true, { rules: RULES })).found).toEqual([
        ["payment-limits", { id: PAYMENT }, "an order", "no order"],
        ["order-payments", { id: orderId }, "PENDING", "PARTIALLY_REFUNDED"],
      ]);
    });

    test.each([
      ["payment_status = 'PAID'", "PARTIALLY_REFUNDED", "PAID"],
      ["is_payment_open = 1", "PARTIALLY_REFUNDED", "PARTIALLY_REFUNDED, one under way"],
      ["state = 'CANCELLED'", "at most 0 kept", `${rest} kept`],
    ])("whose order says otherwise (%s) is named", async (change, expected, there) => {
      await plant(`UPDATE orders_order SET ${change}`);

      expect((await examine(true, { rules: RULES })).found).toEqual([
        ["order-payments", { id: orderId }, expected, there],
      ]);
    });
  });
};
