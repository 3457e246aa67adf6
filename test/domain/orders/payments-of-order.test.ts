import { describe, expect, test } from "vitest";
import {
  paymentsOfOrder,
  type PaymentOfOrder,
} from "../../../src/domain/orders/payments-of-order.js";

const payment = (change: Partial<PaymentOfOrder> = {}): PaymentOfOrder => ({
  captured: 0,
  refunded: 0,
  held: 0,
  leaving: 0,
  isOpen: false,
  hasFailed: false,
  ...change,
});
const OPEN = payment({ isOpen: true });
const FAILED = payment({ hasFailed: true });

describe("the payment status of an order of 100", () => {
  test.each([
    ["PENDING", []],
    ["PENDING", [OPEN]],
    ["PENDING", [FAILED, OPEN]],
    ["FAILED", [FAILED]],
    ["PENDING", [FAILED, payment()]],
    ["AUTHORISED", [FAILED, payment({ held: 100 })]],
    ["AUTHORISED", [payment({ held: 60 }), payment({ held: 40 })]],
    ["PARTIALLY_PAID", [payment({ held: 60 })]],
    ["PARTIALLY_PAID", [payment({ captured: 60, held: 40 })]],
    ["PARTIALLY_PAID", [payment({ captured: 60 }), OPEN]],
    ["PAID", [payment({ captured: 60 }), payment({ captured: 40 })]],
    ["PAID", [payment({ captured: 100 }), payment({ captured: 100, refunded: 100 })]],
    ["PARTIALLY_REFUNDED", [payment({ captured: 100, refunded: 1 })]],
    ["REFUNDED", [payment({ captured: 100, refunded: 100 })]],
  ] as const)("is %s", (status, payments) => {
    expect(paymentsOfOrder(100, payments).status).toBe(status);
  });

  test("covers the total only with money that stays", () => {
    const covers = (one: PaymentOfOrder) => paymentsOfOrder(100, [one]).isCovered;

    expect(covers(payment({ captured: 60, held: 40 }))).toBe(true);
    expect(covers(payment({ captured: 99 }))).toBe(false);
    expect(covers(payment({ captured: 100, refunded: 1 }))).toBe(false);
    expect(covers(payment({ captured: 100, leaving: 1 }))).toBe(false);
  });

  test("is paid when there is nothing to pay", () => {
    expect(paymentsOfOrder(0, []).status).toBe("PAID");
  });
});
