import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { noLimitCounters } from "../../../src/application/shared/limit-counters.js";
import type { GatewayPayment } from "../../../src/application/payments/ports/payment-gateway.js";
import { StripePaymentGateway } from "../../../src/infrastructure/payments/stripe/stripe-payment-gateway.js";
import { movableClock } from "../../fakes/movable-clock.js";
import { outsideCalls } from "../../builders/outside-calls.js";
import { LOST, STRIPE_KEYS, StripeServer } from "../../fakes/stripe-server.js";
import { eur, request } from "../../contracts/payment-gateway/payment-requests.js";

const HOUR_MS = 60 * 60_000;

// What Stripe documents, and what Plinth does about it. The server behaves as documented.
describe("Stripe", () => {
  const clock = movableClock();
  let server: StripeServer;
  let gateway: StripePaymentGateway;
  beforeAll(async () => {
    server = await new StripeServer().start();
    gateway = await StripePaymentGateway.open(STRIPE_KEYS, {
      calls: outsideCalls({ outsideFailures: 1_000 }),
      limits: { gatewayMs: 1_000 },
      counters: noLimitCounters,
      clock,
      server: server.address,
    });
  });
  beforeEach(() => void (server.now = clock.now().getTime() / 1_000));
  afterAll(() => server.stop());

  const card = (more: Parameters<typeof request>[0] = {}) =>
    request({ token: "pm_card_visa", ...more });
  const part = (payment: GatewayPayment, minorUnits: number, name: string) => ({
    reference: payment.reference,
    key: payment.key ?? "",
    requestKey: `${payment.key ?? ""}-${name}`,
    amount: eur(minorUnits),
  });
  const failure = (call: Promise<unknown>) =>
    call.then(
      () => "none",
      (error: { readonly failure: string; readonly reason: string }) =>
        `${error.failure} ${error.reason}`,
    );
  const callsOf = (key: string) => server.calls.filter((call) => call.key === key);

  test("answers a key with an error 500 whenever it is sent, so the payment is looked up instead", async () => {
    const asked = card({ token: LOST.error });

    expect(await failure(gateway.authorise(asked))).toBe("UNKNOWN http_500");
    expect(await failure(gateway.authorise(asked))).toBe("UNKNOWN http_500");
    expect(await gateway.fetch({ reference: null, key: asked.key })).toMatchObject({
      state: "CAPTURED",
      captured: 400,
    });
    const { ledger } = server;
    expect(
      [...ledger.intents.values()].filter(({ metadata }) => metadata["plinth_key"] === asked.key),
    ).toHaveLength(1);
    expect(await gateway.authorise(card())).toMatchObject({ state: "CAPTURED" });
  });

  test("answers a repeated call as the first one was: the truth is read again", async () => {
    const asked = card({ token: "pm_card_authenticationRequired" });
    const waiting = await gateway.authorise(asked);
    server.ledger.act(waiting.reference, "approve");

    expect(await gateway.authorise(asked)).toMatchObject({ state: "CAPTURED", captured: 400 });
  });

  test("refuses a key with other parameters, and keeps nothing of a call that runs with it", async () => {
    const asked = card();
    const [one, other] = await Promise.all([gateway.authorise(asked), gateway.authorise(asked)]);

    expect(one.reference).toBe(other.reference);
    expect(await failure(gateway.authorise({ ...asked, amount: eur(500) }))).toBe(
      "REFUSED idempotency_key_reused",
    );
  });

  test("keeps nothing of a call that was refused before it began: the key can be used again", async () => {
    const asked = card();

    expect(await failure(gateway.authorise({ ...asked, amount: eur(0) }))).toBe(
      "REFUSED parameter_invalid_integer",
    );
    expect(await gateway.authorise(asked)).toMatchObject({ state: "CAPTURED" });
  });

  test("gets a key of ours on every call that changes something, and the version that is tested", async () => {
    const before = server.calls.length;
    const asked = card({ capture: "MANUAL" });
    const held = await gateway.authorise(asked);
    await gateway.capture(part(held, 400, "capture"));
    const taken = await gateway.refund(part(held, 100, "refund"));
    await gateway.cancel({ reference: taken.reference, key: asked.key });

    const calls = server.calls.slice(before);
    const changes = calls.filter(({ method }) => method === "POST");
    expect(changes.map(({ key }) => key)).toEqual([
      asked.key,
      `${asked.key}-capture`,
      `${asked.key}-refund`,
      expect.stringMatching(`^cancel-${held.reference}-`) as string,
    ]);
    expect(changes.every(({ key }) => (key ?? "").length <= 255)).toBe(true);
    expect(new Set(calls.map(({ version }) => version))).toEqual(new Set(["2026-10-28.endive"]));
  });

  test("finds a payment by its key in the metadata, at once and days later", async () => {
    const asked = card({ key: "order_it's-1-400EUR" });
    const { reference } = await gateway.authorise(asked);
    const id = { reference: null, key: asked.key };

    expect(await gateway.fetch(id)).toMatchObject({ reference, key: asked.key });
    clock.forward(48 * HOUR_MS);
    server.now = clock.now().getTime() / 1_000;
    expect(await gateway.fetch(id)).toMatchObject({ reference, orderId: asked.orderId });
    expect(await gateway.fetch({ reference: "pi_unknown", key: "" })).toBeNull();
  });

  test("captures at most what is held, and releases the rest: there is no second capture", async () => {
    const held = await gateway.authorise(card({ capture: "MANUAL" }));

    expect(await failure(gateway.capture(part(held, 401, "too-much")))).toBe(
      "REFUSED amount_too_large",
    );
    expect(await gateway.capture(part(held, 150, "first"))).toMatchObject({
      state: "CAPTURED",
      authorised: 400,
      captured: 150,
    });
    expect(await failure(gateway.capture(part(held, 250, "second")))).toBe(
      "REFUSED payment_intent_unexpected_state",
    );
    expect(gateway.abilities).toEqual({ severalCaptures: false });
  });

  test("holds money until the card says so, and then cancels the payment itself", async () => {
    const held = await gateway.authorise(card({ capture: "MANUAL" }));
    expect(held.authorisedUntil?.getTime()).toBe(server.now * 1_000 + 6 * 24 * HOUR_MS);

    server.ledger.expire(held.reference);

    expect(await gateway.fetch(held as never)).toMatchObject({
      state: "EXPIRED",
      authorisedUntil: null,
    });
  });

  test("gives back several parts up to the whole, and no more", async () => {
    const taken = await gateway.authorise(card());
    const parts = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        failure(gateway.refund(part(taken, 10, `refund-${index}`))),
      ),
    );

    expect(parts.filter((one) => one === "none")).toHaveLength(40);
    expect(new Set(parts)).toEqual(new Set(["none", "REFUSED charge_already_refunded"]));
    const { refunds = [] } = (await gateway.fetch(taken as never)) ?? {};
    expect(refunds.reduce((sum, { amount }) => sum + amount.minorUnits, 0)).toBe(400);
  });

  test.each([
    ["pending", "PENDING"],
    ["requires_action", "PENDING"],
    ["succeeded", "SUCCEEDED"],
    ["failed", "FAILED"],
    ["canceled", "CANCELLED"],
  ])("has refunds that are %s: %s", async (status, state) => {
    const taken = await gateway.authorise(card());
    await gateway.refund(part(taken, 100, "refund"));
    for (const refund of server.ledger.refunds) refund.status = status;

    expect((await gateway.fetch(taken as never))?.refunds).toMatchObject([
      { state, failure: state === "FAILED" ? "unknown" : null },
    ]);
  });

  test.each([
    ["needs_response", "OPEN"],
    ["won", "WON"],
    ["warning_closed", "WON"],
    ["lost", "LOST"],
  ])("has disputes that are %s: %s, during which nothing is given back", async (status, state) => {
    const taken = await gateway.authorise(card());
    server.ledger.dispute(taken.reference).status = status;

    expect(await failure(gateway.refund(part(taken, 100, "refund")))).toBe(
      "REFUSED charge_disputed",
    );
    expect((await gateway.fetch(taken as never))?.disputes).toMatchObject([
      { state, amount: eur(400), reason: "fraudulent" },
    ]);
  });

  test("asks for a page of the bank, or lets the storefront go on with a secret", async () => {
    const token = "pm_card_authenticationRequired";
    const byPage = await gateway.authorise(card({ token }));
    const byProgram = await gateway.authorise(card({ token, returnUrl: null }));
    const withoutCard = await gateway.authorise(card({ token: null }));

    expect([byPage, byProgram, withoutCard].map(({ state }) => state)).toEqual(
      Array.from({ length: 3 }, () => "REQUIRES_ACTION"),
    );
    expect(byPage.nextAction).toMatchObject({ kind: "REDIRECT" });
    for (const { nextAction, reference } of [byProgram, withoutCard])
      expect(nextAction).toEqual({ kind: "CONFIRM", token: `${reference}_secret_1` });
  });

  test("was not asked when it limits the rate or does not know the shop", async () => {
    server.trouble = "RATE_LIMIT";
    expect(await failure(gateway.authorise(card()))).toBe("NOT_SENT rate_limit");
    server.trouble = null;
    const stranger = await StripePaymentGateway.open(
      { ...STRIPE_KEYS, secretKey: "sk_test_other" },
      {
        calls: outsideCalls(),
        limits: { gatewayMs: 1_000 },
        counters: noLimitCounters,
        clock,
        server: server.address,
      },
    );

    expect(await failure(stranger.authorise(card()))).toBe("NOT_SENT unauthenticated");
  });

  test("is called once for one sending, also when the connection is cut", async () => {
    const asked = card({ token: LOST.cut });

    expect(await gateway.authorise(asked)).toMatchObject({ state: "CAPTURED" });
    expect(callsOf(asked.key)).toHaveLength(2);
  });

  describe("webhooks", () => {
    const paid = { id: "pi_1", object: "payment_intent", metadata: { plinth_key: "k" } };
    const read = (webhook: ReturnType<StripeServer["announce"]>, seconds = 0) =>
      gateway.readWebhook(webhook, new Date((server.now + seconds) * 1_000));

    test("are read when one of several signatures is right, as while a secret is changed", () => {
      const webhook = server.announce(
        "payment_intent.succeeded",
        paid,
        "whsec_new",
        STRIPE_KEYS.webhookSecret,
      );

      expect(read(webhook)?.payment).toEqual({ reference: "pi_1", key: "k" });
      expect(
        read(server.announce("payment_intent.succeeded", paid, "whsec_a", "whsec_b")),
      ).toBeNull();
    });

    test("from the future are not read, which the SDK would do, and no second time helps", () => {
      const webhook = server.announce("payment_intent.succeeded", paid);

      expect([read(webhook, 300), read(webhook, -300)].map(Boolean)).toEqual([true, true]);
      expect([read(webhook, 301), read(webhook, -301), read(webhook, -3_600)]).toEqual([
        null,
        null,
        null,
      ]);
      const header = webhook.headers["stripe-signature"] ?? "";
      const later = {
        ...webhook,
        headers: { "stripe-signature": `t=${server.now + 3_600},${header}` },
      };
      expect(read(later, 3_600)).toBeNull();
    });

    test.each([
      [
        "charge",
        { payment_intent: "pi_1", metadata: { plinth_key: "k" } },
        { reference: "pi_1", key: "k" },
      ],
      [
        "refund",
        { payment_intent: "pi_1", metadata: { plinth_key: "k-refund" } },
        { reference: "pi_1", key: "" },
      ],
      ["dispute", { payment_intent: "pi_1", metadata: {} }, { reference: "pi_1", key: "" }],
      ["charge", { payment_intent: null, metadata: {} }, null],
      ["customer", { metadata: { plinth_key: "k" } }, null],
    ])("about a %s name its payment", (object, fields, payment) => {
      const webhook = server.announce(`${object}.updated`, { id: "x_1", object, ...fields });

      expect(read(webhook)).toEqual({
        eventId: expect.stringMatching(/^evt_/) as string,
        payment,
        occurredAt: new Date(server.now * 1_000),
      });
    });
  });
});
