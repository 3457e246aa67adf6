import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type {
  GatewayAmountRequest,
  GatewayFailure,
  GatewayPayment,
  PaymentRequest,
} from "../../../src/application/payments/ports/payment-gateway.js";
import type { GatewaySubject } from "./gateway-subject.js";
import { eur, request } from "./payment-requests.js";
import { webhooksContract } from "./webhooks.contract.js";

const part = (
  { reference }: Pick<GatewayPayment, "reference">,
  { key }: Pick<PaymentRequest, "key">,
  minorUnits: number,
  name: string,
): GatewayAmountRequest => ({
  reference,
  key,
  requestKey: `${key}-${name}`,
  amount: eur(minorUnits),
});

const failing = (failure: GatewayFailure, reason: unknown = expect.any(String)) =>
  expect.objectContaining({ name: "GatewayError", failure, reason });

/** What every payment gateway does, whatever service is behind it. */
export const paymentGatewayContract = (name: string, open: () => Promise<GatewaySubject>): void => {
  describe(`the payment gateway: ${name}`, () => {
    let subject: GatewaySubject;
    beforeAll(async () => void (subject = await open()));
    afterAll(() => subject.close());

    const paid = (more: Partial<PaymentRequest> = {}) => {
      const asked = request({ token: subject.tokens.succeeds, ...more });
      return { asked, payment: subject.gateway.authorise(asked) };
    };

    const fetched = ({ reference }: GatewayPayment) =>
      subject.gateway.fetch({ reference, key: "" });

    test("takes the money at once, or holds it until it is captured", async () => {
      const { gateway } = subject;
      const taken = paid();
      const held = paid({ capture: "MANUAL" });

      expect(await taken.payment).toMatchObject({
        key: taken.asked.key,
        orderId: taken.asked.orderId,
        amount: eur(400),
        state: "CAPTURED",
        authorised: 400,
        captured: 400,
        nextAction: null,
        declineCode: null,
        refunds: [],
        disputes: [],
      });
      const before = await held.payment;
      expect(before).toMatchObject({ state: "AUTHORISED", authorised: 400, captured: 0 });
      if (before.authorisedUntil !== null)
        expect(before.authorisedUntil.getTime()).toBeGreaterThan(Date.now());
      const after = await gateway.capture(part(before, held.asked, 400, "capture"));
      expect(after).toMatchObject({ state: "CAPTURED", authorised: 400, captured: 400 });
      expect(after.reference).toBe(before.reference);
    });

    test("captures a part once for a key, in several parts where it can, and never too much", async () => {
      const { gateway } = subject;
      const { asked, payment } = paid({ capture: "MANUAL" });
      const held = await payment;

      await expect(gateway.capture(part(held, asked, 401, "too-much"))).rejects.toEqual(
        failing("REFUSED"),
      );
      const first = part(held, asked, 150, "first");
      await Promise.all([gateway.capture(first), gateway.capture(first)]);
      expect(await fetched(held)).toMatchObject({ captured: 150 });

      if (!gateway.abilities.severalCaptures) return;
      expect(await gateway.capture(part(held, asked, 250, "second"))).toMatchObject({
        state: "CAPTURED",
        captured: 400,
      });
      await expect(gateway.capture(part(held, asked, 1, "third"))).rejects.toEqual(
        failing("REFUSED"),
      );
    });

    test("answers that a payment is declined, and why", async () => {
      const { isDeclined, declineCode } = subject.tokens;

      expect(await paid({ token: isDeclined }).payment).toMatchObject({
        state: "DECLINED",
        declineCode,
        authorised: 0,
        captured: 0,
      });
    });

    test("charges once for a key, however often and at the same time it is sent", async () => {
      const { asked, payment } = paid();
      const copies = await Promise.all([
        payment,
        ...Array.from({ length: 4 }, () => subject.gateway.authorise(asked)),
      ]);
      const again = await subject.gateway.authorise(asked);

      expect(new Set([...copies, again].map(({ reference }) => reference)).size).toBe(1);
      expect(again).toEqual(copies[0]);
      expect(await subject.chargesOf(asked.orderId)).toBe(1);
    });

    test("refuses a key that stands for another amount", async () => {
      const { asked, payment } = paid();
      await payment;

      await expect(subject.gateway.authorise({ ...asked, amount: eur(500) })).rejects.toEqual(
        failing("REFUSED"),
      );
      expect(await subject.chargesOf(asked.orderId)).toBe(1);
    });

    test.each([
      ["approve", { state: "CAPTURED", captured: 400 }],
      ["decline", { state: "DECLINED", captured: 0 }],
    ] as const)("needs an action of the buyer: %s", async (decision, after) => {
      const { payment } = paid({ token: subject.tokens.requiresAction });
      const waiting = await payment;
      expect(waiting).toMatchObject({ state: "REQUIRES_ACTION", authorised: 0 });
      expect(waiting.nextAction).not.toBeNull();

      await subject.act(waiting, decision);

      expect(await fetched(waiting)).toMatchObject({ ...after, nextAction: null });
    });

    test("releases what it holds, and answers a payment that it cannot cancel as it is", async () => {
      const { gateway } = subject;
      const held = await paid({ capture: "MANUAL" }).payment;
      const waiting = await paid({ token: subject.tokens.requiresAction }).payment;
      const taken = await paid().payment;

      const cancelled = await Promise.all(
        [held, waiting, held, taken].map(({ reference, key }) =>
          gateway.cancel({ reference, key: key ?? "" }),
        ),
      );

      expect(cancelled.map(({ state, captured }) => `${state} ${captured}`)).toEqual([
        "CANCELLED 0",
        "CANCELLED 0",
        "CANCELLED 0",
        "CAPTURED 400",
      ]);
    });

    test("gives parts back once for a key, and never more than was taken", async () => {
      const { gateway } = subject;
      const { asked, payment } = paid();
      const taken = await payment;
      const back = part(taken, asked, 150, "refund");

      const [one, copy] = await Promise.all([gateway.refund(back), gateway.refund(back)]);
      await expect(gateway.refund(part(taken, asked, 251, "too-much"))).rejects.toEqual(
        failing("REFUSED"),
      );
      const rest = await gateway.refund(part(taken, asked, 250, "rest"));

      expect(one.refunds).toMatchObject([
        { key: back.requestKey, amount: eur(150), state: "SUCCEEDED", failure: null },
      ]);
      expect(copy.refunds.map(({ reference }) => reference)).toEqual(
        one.refunds.map(({ reference }) => reference),
      );
      expect(rest).toMatchObject({ state: "CAPTURED", captured: 400 });
      expect(rest.refunds.map(({ amount }) => amount.minorUnits).toSorted()).toEqual([150, 250]);
    });

    test("is asked by reference or by key, and knows nothing of others", async () => {
      const { gateway } = subject;
      const { asked, payment } = paid();
      const made = await payment;

      const { key } = asked;
      expect(await gateway.fetch({ reference: null, key })).toEqual(made);
      expect(await gateway.fetch({ reference: made.reference, key })).toEqual(made);
      expect(await gateway.fetch({ reference: null, key: `${key}-other` })).toBeNull();
    });

    test("captures and gives back by key alone, once, also when the reference is known later", async () => {
      const { gateway } = subject;
      const { asked, payment } = paid({ capture: "MANUAL" });
      const { reference } = await payment;
      const capture = { ...part({ reference }, asked, 400, "capture"), reference: null };
      const refund = { ...capture, requestKey: `${asked.key}-refund` };

      expect(await gateway.capture(capture)).toMatchObject({ captured: 400 });
      await gateway.refund(refund);
      const again = [
        await gateway.capture({ ...capture, reference }),
        await gateway.refund({ ...refund, reference }),
      ];

      expect(again.map(({ captured }) => captured)).toEqual([400, 400]);
      expect((await gateway.fetch({ reference, key: "" }))?.refunds).toHaveLength(1);
    });

    test("tells what happens later: expiries, disputes, refunds at the gateway and failed ones", async () => {
      const { gateway } = subject;
      const held = await paid({ capture: "MANUAL" }).payment;
      const contested = await paid().payment;
      const { asked, payment } = paid();
      const returned = await payment;
      await subject.happen(held, "EXPIRE");
      await subject.happen(contested, "DISPUTE");
      await gateway.refund(part(returned, asked, 100, "refund"));
      await subject.happen(returned, "REFUND_FAILS");
      await subject.happen(returned, "REFUND");

      expect(await fetched(held)).toMatchObject({ state: "EXPIRED", captured: 0 });
      expect(await fetched(contested)).toMatchObject({
        state: "CAPTURED",
        disputes: [{ amount: eur(400), state: "OPEN" }],
      });
      const { refunds = [] } = (await fetched(returned)) ?? {};
      expect(refunds.map(({ key, state }) => `${key === null} ${state}`).toSorted()).toEqual([
        "false FAILED",
        "true SUCCEEDED",
      ]);
    });

    test("waits for methods that settle days later", async () => {
      const token = subject.tokens.settlesLater;
      if (token === null) return;
      const pending = await paid({ token }).payment;
      await subject.happen(pending, "SETTLE");

      expect(pending).toMatchObject({ state: "PENDING", captured: 0 });
      expect(await fetched(pending)).toMatchObject({
        state: "CAPTURED",
        captured: 400,
      });
    });

    test.each(["timesOut", "fails"] as const)(
      "leaves open what became of a call that %s after the charge, until it is asked",
      async (kind) => {
        const token = subject.tokens[kind];
        if (token === null) return;
        const { asked, payment } = paid({ token });

        await expect(payment).rejects.toEqual(failing("UNKNOWN"));
        expect(await subject.gateway.fetch({ reference: null, key: asked.key })).toMatchObject({
          state: "CAPTURED",
          captured: 400,
        });
        expect(await subject.chargesOf(asked.orderId)).toBe(1);
      },
    );

    test("sends a call again whose connection was cut, and charges once", async () => {
      const token = subject.tokens.isCut;
      if (token === null) return;
      const { asked, payment } = paid({ token });

      expect(await payment).toMatchObject({ state: "CAPTURED", captured: 400 });
      expect(await subject.chargesOf(asked.orderId)).toBe(1);
    });

    test.each([
      ["REFUSED", "NOT_SENT"],
      ["ERROR_503", "UNKNOWN"],
      ["CUT", "UNKNOWN"],
      ["HANG", "UNKNOWN"],
    ] as const)("says of a service in trouble, %s: %s", async (trouble, failure) => {
      const { gateway } = subject;
      const asked = request({ token: subject.tokens.succeeds });

      await subject.during(trouble, async () => {
        await expect(gateway.authorise(asked)).rejects.toEqual(failing(failure));
        await expect(gateway.fetch({ reference: null, key: asked.key })).rejects.toEqual(
          failing(failure),
        );
      });

      expect(await gateway.authorise(asked)).toMatchObject({ state: "CAPTURED" });
      expect(await subject.chargesOf(asked.orderId)).toBe(1);
    });

    test("ends a call when the caller leaves", async () => {
      const leaving = new AbortController();
      const asked = request({ token: subject.tokens.succeeds });

      await subject.during("HANG", async () => {
        const call = subject.gateway.authorise(asked, leaving.signal);
        setTimeout(() => leaving.abort(), 20);
        await expect(call).rejects.toEqual(failing("UNKNOWN", "aborted"));
      });
    });

    webhooksContract(() => subject);
  });
};
