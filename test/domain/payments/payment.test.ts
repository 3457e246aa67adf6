import { describe, expect, test } from "vitest";
import {
  CaptureExceedsAuthorised,
  PaymentNotPossible,
  RefundExceedsCaptured,
} from "../../../src/domain/payments/errors.js";
import type { GatewayPayment } from "../../../src/domain/payments/gateway-payment.js";
import type { RefundId } from "../../../src/domain/payments/ids.js";
import { nextCall, SENDABLE_MS } from "../../../src/domain/payments/next-call.js";
import { summed, type PaymentSums } from "../../../src/domain/payments/payment-transaction.js";
import { id } from "../../../src/domain/shared/id.js";
import { randomFrom } from "../../integration/random-from.js";
import { aPayment, LATER, NOW, refundIds, truth } from "./a-payment.js";

const HELD = { state: "AUTHORISED", authorised: 5500 } as const;
const TAKEN = { state: "CAPTURED", authorised: 5500, captured: 5500 } as const;
const refund = (reference: string, minorUnits: number, state: "PENDING" | "SUCCEEDED" | "FAILED") =>
  ({
    reference,
    key: null,
    amount: { minorUnits, currency: "EUR" },
    state,
    failure: state === "FAILED" ? "closed" : null,
  }) as const;

/** All that a gateway knew of a payment, one moment after the other. */
const HISTORY: readonly GatewayPayment[] = [
  truth(),
  truth({ state: "REQUIRES_ACTION", nextAction: { kind: "REDIRECT", url: "https://bank.test" } }),
  truth({ state: "DECLINED", declineCode: "try_again" }),
  truth({ ...HELD, authorisedUntil: LATER }),
  truth({ ...TAKEN }),
  truth({ ...TAKEN, refunds: [refund("r1", 500, "PENDING")] }),
  truth({ ...TAKEN, refunds: [refund("r1", 500, "SUCCEEDED"), refund("r2", 1000, "PENDING")] }),
  truth({ ...TAKEN, refunds: [refund("r1", 500, "FAILED"), refund("r2", 1000, "SUCCEEDED")] }),
  truth({
    ...TAKEN,
    refunds: [refund("r1", 500, "FAILED"), refund("r2", 1000, "SUCCEEDED")],
    disputes: [
      {
        reference: "d1",
        amount: { minorUnits: 5500, currency: "EUR" },
        state: "OPEN",
        reason: "fraud",
      },
    ],
  }),
];

describe("a payment", () => {
  test("ends in the same state, by transitions that each happen once, in any order of answers", () => {
    for (let seed = 1; seed <= 60; seed++) {
      const random = randomFrom(seed);
      // At least one time each, and most of them many times.
      const drawn = Array.from(
        { length: 200 - HISTORY.length },
        () => HISTORY[Math.floor(random() * HISTORY.length)] ?? truth(),
      );
      const answers = [...HISTORY, ...drawn]
        .map((answer) => ({ answer, at: random() }))
        .toSorted((a, b) => a.at - b.at);
      const payment = aPayment();
      const newId = refundIds();
      for (const { answer } of answers) payment.apply(answer, LATER, newId);
      const { state, authorised, captured, refunded, refunds, disputes, flags } =
        payment.snapshot();
      const byReference = refunds.map((one) => `${one.reference} ${one.state}`).toSorted();
      const transactions = payment.pullTransactions();
      const sums = transactions.reduce<PaymentSums>(summed, {
        authorised: 0,
        captured: 0,
        refunded: 0,
      });
      const types = payment.pullEvents().map((one) => JSON.stringify(one));

      expect({ state, authorised, captured, refunded, byReference, flags }).toEqual({
        state: "CAPTURED",
        authorised: 5500,
        captured: 5500,
        refunded: 1000,
        byReference: ["r1 FAILED", "r2 SUCCEEDED"],
        flags: [],
      });
      expect(disputes).toHaveLength(1);
      expect(sums).toEqual({ authorised, captured, refunded });
      expect(new Set(types).size).toBe(types.length);
    }
  });

  test("that was cancelled ends so, whether or not the answer that it was held comes later", () => {
    const cancelled = truth({ state: "CANCELLED", authorised: 5500 });
    const ends = [
      [truth(HELD), cancelled],
      [cancelled, truth(HELD)],
    ].map((answers) => {
      const payment = aPayment();
      for (const answer of answers) payment.apply(answer, LATER, refundIds());
      const kinds = payment.pullTransactions().map(({ kind, amount }) => `${kind} ${amount}`);
      return [payment.snapshot().state, ...kinds];
    });

    expect(ends[0]).toEqual(["CANCELLED", "AUTHORISED 5500", "RELEASED 5500"]);
    expect(ends[1]).toEqual(ends[0]);
  });

  test.each([
    ["AMOUNT", { amount: { minorUnits: 5501, currency: "EUR" } }],
    ["AMOUNT", { authorised: 5501, captured: 0 }],
    ["AMOUNT", { authorised: 100, captured: 200 }],
    ["CURRENCY", { amount: { minorUnits: 5500, currency: "USD" } }],
    ["ORDER", { orderId: "order_2" }],
    ["ORDER", { key: "order_1-2-5500EUR" }],
    ["ORDER", { orderId: null, key: null }],
    ["REFUND", { refunds: [refund("r1", 5501, "SUCCEEDED")] }],
  ] as const)("is flagged once, and not changed, by an answer with another %s", (kind, change) => {
    const payment = aPayment();
    for (let time = 0; time < 3; time++)
      payment.apply(truth({ ...TAKEN, ...change }), LATER, refundIds());

    expect(payment.snapshot()).toMatchObject({ state: "PENDING", captured: 0, reference: null });
    expect(payment.snapshot().flags.map((one) => one.kind)).toEqual([kind]);
    expect(payment.pullEvents()).toHaveLength(1);
  });

  test("is flagged when another payment at the gateway says to be it", () => {
    const payment = aPayment();
    payment.apply(truth(HELD), LATER, refundIds());
    payment.apply(truth({ ...TAKEN, reference: "ref-2" }), LATER, refundIds());

    expect(payment.snapshot()).toMatchObject({ state: "AUTHORISED", flags: [{ kind: "ORDER" }] });
  });

  test("is captured at most for what is held, and once where the gateway cannot do more", () => {
    const payment = aPayment("MANUAL");
    const capture = (amount: number, severalTimes = false) =>
      payment.requestCapture({ amount, key: `capture-${amount}` }, severalTimes, LATER);

    expect(() => capture(1)).toThrow(PaymentNotPossible);
    payment.apply(truth(HELD), LATER, refundIds());
    expect(() => capture(5501)).toThrow(CaptureExceedsAuthorised);
    expect(() => capture(0)).toThrow(CaptureExceedsAuthorised);
    capture(2000);
    expect(() => capture(1)).toThrow(expect.objectContaining({ blockedBy: "BUSY" }));
    payment.apply(truth({ ...HELD, captured: 2000 }), LATER, refundIds());
    expect(payment.snapshot().call).toBeNull();
    expect(() => capture(1)).toThrow(expect.objectContaining({ blockedBy: "CAPTURED_IN_PART" }));
    expect(() => capture(3501, true)).toThrow(CaptureExceedsAuthorised);
    capture(3500, true);
  });

  test("gives back at most what was taken, counting what is on its way", () => {
    const payment = aPayment();
    const newId = refundIds();
    const giveBack = (amount: number) =>
      payment.requestRefund({ id: newId(), amount, reason: "STAFF", note: null }, LATER);

    expect(() => giveBack(1)).toThrow(RefundExceedsCaptured);
    payment.apply(truth(TAKEN), LATER, newId);
    giveBack(5000);
    expect(() => giveBack(501)).toThrow(expect.objectContaining({ most: "5.00" }));
    expect(() => giveBack(0)).toThrow(RefundExceedsCaptured);
    giveBack(500);
    expect(payment.refundable).toBe(0);
  });

  test("forgets the token of the buyer when it need not be sent any more", () => {
    const payment = aPayment();
    expect(payment.snapshot().token).toBe("ok");
    payment.apply(truth({ state: "REQUIRES_ACTION" }), LATER, refundIds());
    expect(payment.snapshot().token).toBe("ok");
    payment.apply(truth(TAKEN), LATER, refundIds());

    expect(payment.snapshot().token).toBeNull();
    expect(JSON.stringify(payment.pullEvents())).not.toContain('"ok"');
  });

  test("is sent within a day, and only looked up after that", () => {
    const payment = aPayment().snapshot();
    const at = (milliseconds: number) => new Date(NOW.getTime() + milliseconds);

    expect(nextCall(payment, NOW, false)).toEqual({ kind: "AUTHORISE" });
    expect(nextCall({ ...payment, checks: 1 }, at(60_000), false)).toEqual({ kind: "FETCH" });
    expect(nextCall({ ...payment, checks: 1 }, at(60_000), true)).toEqual({ kind: "AUTHORISE" });
    expect(nextCall(payment, at(SENDABLE_MS), false)).toEqual({ kind: "FETCH" });
    expect(nextCall(payment, at(SENDABLE_MS), true)).toEqual({ kind: "GIVE_UP" });
  });

  test("keeps what a refund says when the gateway tells of it by our key", () => {
    const payment = aPayment();
    payment.apply(truth(TAKEN), LATER, refundIds());
    const own = id<RefundId>("refund_own");
    payment.requestRefund({ id: own, amount: 500, reason: "STAFF", note: "Broken" }, LATER);
    const told = { ...refund("r1", 500, "SUCCEEDED"), key: own };
    payment.apply(truth({ ...TAKEN, refunds: [told] }), LATER, refundIds());

    expect(payment.snapshot().refunds).toMatchObject([
      { id: own, reference: "r1", note: "Broken", reason: "STAFF", state: "SUCCEEDED" },
    ]);
    expect(payment.snapshot().refunded).toBe(500);
  });
});
