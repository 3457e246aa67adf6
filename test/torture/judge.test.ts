import { describe, expect, test } from "vitest";
import {
  isSettled,
  judgeLedger,
  judgeOrders,
  judgeStock,
  soldAndWaiting,
} from "../../torture/judge.js";
import type { LedgerPayment } from "../../torture/sandbox-ledger.js";
import type { StockItem, StoredOrder, StoredPayment } from "../../torture/shop.js";

const payment = (changes: Partial<StoredPayment> = {}): StoredPayment => ({
  id: "payment_1",
  state: "CAPTURED",
  reference: "sandbox_1",
  gateway: "sandbox",
  capturableAmount: { minorUnits: "0" },
  capturedAmount: { minorUnits: "1000" },
  refundedAmount: { minorUnits: "0" },
  refunds: [],
  flags: [],
  ...changes,
});

const order = (changes: Partial<StoredOrder> = {}): StoredOrder => ({
  id: "order_1",
  state: "CONFIRMED",
  paymentStatus: "PAID",
  total: { minorUnits: "1000" },
  payments: [payment()],
  timeline: [{ kind: "PLACED" }, { kind: "PAYMENT_CAPTURED" }, { kind: "CONFIRMED" }],
  ...changes,
});

const wrongOf = (orders: readonly StoredOrder[], expected = orders.length): readonly string[] =>
  judgeOrders(orders, expected).flatMap(({ check, wrong }) => (wrong.length > 0 ? [check] : []));

describe("the judge of a torture", () => {
  test("finds nothing wrong with an order that is paid once", () => {
    expect(wrongOf([order()])).toEqual([]);
    expect(isSettled(order())).toBe(true);
  });

  test("accepts money that is held as paid, and money that was given back as not paid", () => {
    const held = payment({
      state: "AUTHORISED",
      capturableAmount: { minorUnits: "1000" },
      capturedAmount: { minorUnits: "0" },
    });
    const timeline = [{ kind: "PLACED" }, { kind: "PAYMENT_AUTHORISED" }, { kind: "CONFIRMED" }];
    const returned = payment({
      refundedAmount: { minorUnits: "1000" },
      refunds: [{ state: "SUCCEEDED" }],
    });

    expect(wrongOf([order({ payments: [held], timeline })])).toEqual([]);
    expect(wrongOf([order({ state: "CANCELLED", payments: [returned] })])).toEqual([]);
  });

  const MONEY = "an order that was sold is paid once, another one is not paid";
  const TOLD = "an order is confirmed once, and each capture told once";
  test.each<[string, StoredOrder, string]>([
    [
      "paid twice",
      order({
        payments: [payment(), payment({ id: "payment_2" })],
        timeline: [
          { kind: "PAYMENT_CAPTURED" },
          { kind: "PAYMENT_CAPTURED" },
          { kind: "CONFIRMED" },
        ],
      }),
      MONEY,
    ],
    ["sold without money", order({ payments: [], timeline: [{ kind: "CONFIRMED" }] }), MONEY],
    ["cancelled with its money kept", order({ state: "CANCELLED" }), MONEY],
    ["still to be paid, with money taken", order({ state: "AWAITING_PAYMENT" }), MONEY],
    ["confirmed twice", order({ timeline: [...order().timeline, { kind: "CONFIRMED" }] }), TOLD],
    [
      "told of a capture twice",
      order({ timeline: [...order().timeline, ...order().timeline] }),
      TOLD,
    ],
    [
      "left with an open payment",
      order({
        payments: [
          payment(),
          payment({ id: "payment_2", state: "PENDING", capturedAmount: { minorUnits: "0" } }),
        ],
      }),
      "no payment is left open",
    ],
    [
      "flagged",
      order({ payments: [payment({ flags: [{ kind: "AMOUNT" }] })] }),
      "no payment is flagged",
    ],
  ])("names an order that is %s", (_, wrong, check) => {
    expect(wrongOf([order(), wrong])).toContain(check);
  });

  test("lets an order wait whose buyer has given up", () => {
    const declined = payment({ state: "DECLINED", capturedAmount: { minorUnits: "0" } });
    const timeline = [{ kind: "PLACED" }, { kind: "PAYMENT_DECLINED" }];

    expect(wrongOf([order({ state: "AWAITING_PAYMENT", payments: [declined], timeline })])).toEqual(
      [],
    );
  });

  test("misses an order that is not there", () => {
    expect(wrongOf([order()], 2)).toEqual(["every order is there"]);
  });

  test("waits for open payments, pending refunds and money that does not fit", () => {
    expect(isSettled(order({ payments: [payment({ state: "PENDING" })] }))).toBe(false);
    expect(isSettled(order({ payments: [payment({ refunds: [{ state: "PENDING" }] })] }))).toBe(
      false,
    );
    expect(isSettled(order({ state: "CANCELLED" }))).toBe(false);
  });

  test("compares units with orders", () => {
    const item = (changes: Partial<StockItem>): StockItem => ({
      onHand: 5,
      reserved: 0,
      claimed: 1,
      variant: { id: "variant_1" },
      ...changes,
    });
    const counts = soldAndWaiting([order(), order({ state: "CANCELLED", payments: [] })]);

    expect(counts).toEqual({ sold: 1, waiting: 0 });
    expect(judgeStock([item({})], counts).wrong).toEqual([]);
    expect(judgeStock([item({ claimed: 2 })], counts).wrong).toEqual(["1 units sold, 2 claimed"]);
    expect(judgeStock([item({ reserved: 1 })], counts).wrong).toEqual([
      "0 units wait to be paid, 1 reserved",
    ]);
    expect(judgeStock([item({ onHand: 0 })], counts).wrong).toEqual(["variant_1: 1 of 0 promised"]);
  });

  test("compares the money with the ledger of the gateway", () => {
    const entry = (changes: Partial<LedgerPayment> = {}): LedgerPayment => ({
      reference: "sandbox_1",
      orderId: "order_1",
      state: "CAPTURED",
      authorised: 1_000,
      captured: 1_000,
      refunded: 0,
      ...changes,
    });

    expect(judgeLedger([order()], [entry()]).wrong).toEqual([]);
    expect(judgeLedger([order()], [entry({ captured: 0, state: "AUTHORISED" })]).wrong).toEqual([]);
    expect(judgeLedger([order()], [entry(), entry({ reference: "sandbox_2" })]).wrong).toEqual([
      "order_1: 2000 at the gateway, 1000 in the shop",
    ]);
    expect(judgeLedger([order()], null).unchecked).not.toBeNull();
  });
});
