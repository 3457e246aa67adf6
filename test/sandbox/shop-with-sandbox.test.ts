import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { noLimitCounters } from "../../src/application/shared/limit-counters.js";
import type { Limits } from "../../src/application/shared/limits.js";
import { GUEST } from "../../src/application/shared/viewer.js";
import type { OrderId } from "../../src/domain/orders/ids.js";
import { id } from "../../src/domain/shared/id.js";
import { SandboxPaymentGateway } from "../../src/infrastructure/payments/sandbox/sandbox-payment-gateway.js";
import { outsideCalls } from "../builders/outside-calls.js";
import { SECRET, testSandbox, WEBHOOK_SECRET } from "../builders/sandbox.js";
import { BOWL } from "../contracts/checkout/cart-shop.js";
import { inMemorySubject } from "../contracts/idempotency/in-memory-subject.js";
import { paymentShop, type PaymentShop } from "../contracts/payments/payment-shop.js";
import { made } from "../contracts/pricing/market-shop.js";
import { movableClock } from "../fakes/movable-clock.js";

const DAY_MS = 86_400_000;
const GATEWAY_MS = 250;
const PAUSE_MS = 400;
const PAID = "CONFIRMED PAID CAPTURED";
const OPEN = "AWAITING_PAYMENT PENDING PENDING";

interface Ledger {
  readonly payments: readonly { readonly orderId: string; readonly reference: string }[];
  readonly totals: { readonly ordersCharged: number; readonly ordersChargedTwice: number };
}

describe("a shop with the sandbox gateway", () => {
  let sandbox: Awaited<ReturnType<typeof testSandbox>>;
  let shop: PaymentShop;
  const open = async (limits: Partial<Limits> = {}): Promise<void> => {
    sandbox = await testSandbox();
    const gateway = new SandboxPaymentGateway(
      { origin: sandbox.origin, secret: SECRET, webhookSecret: WEBHOOK_SECRET },
      {
        calls: outsideCalls(limits),
        limits: { gatewayMs: GATEWAY_MS },
        counters: noLimitCounters,
      },
    );
    const { needs } = await inMemorySubject();
    shop = await paymentShop(needs, [gateway], movableClock(new Date().toISOString()));
  };
  beforeEach(() => open());
  afterEach(() => sandbox.close());

  const order = async (token: string): Promise<OrderId> => {
    const cartId = await shop.ready(1, BOWL);
    const said = {
      cartId,
      paymentMethod: "sandbox",
      payment: { token },
      expectedTotal: "24.90",
    };
    return id<OrderId>(made(await shop.shop.checkout.checkoutSubmit(said, GUEST)).orderId);
  };
  const ledger = async (): Promise<Ledger> => (await sandbox.get("/ledger")).content;
  const referenceOf = async (orderId: OrderId): Promise<string> =>
    (await ledger()).payments.find((one) => one.orderId === orderId)?.reference ?? "";
  /** Hands the webhooks that have come to the shop, in the order in which they came. */
  const receive = async (): Promise<readonly string[]> => {
    const outcomes: string[] = [];
    for (const webhook of sandbox.receiver.received.splice(0))
      outcomes.push(await shop.payments.receiveWebhook({ gateway: "sandbox", ...webhook }, GUEST));
    return outcomes;
  };
  const webhooks = async (count: number): Promise<void> => {
    await expect.poll(() => sandbox.receiver.received.length).toBe(count);
  };

  test("confirms orders at once, and those that settle later by a webhook", async () => {
    const [now, later] = [await order("tok_succeed"), await order("tok_settle_later")];
    expect([await shop.states(now), await shop.states(later)]).toEqual([PAID, OPEN]);
    await webhooks(2);
    await receive();

    await sandbox.post("/control/clock", { forwardMs: 2 * DAY_MS });
    await webhooks(1);

    expect(await receive()).toEqual(["RECEIVED"]);
    expect(await shop.states(later)).toBe(PAID);
  });

  test.each(["tok_timeout_after_charge", "tok_error_500_after_charge", "tok_cut_after_charge"])(
    "charges once with %s, and learns of it by the webhook",
    async (token) => {
      const orderId = await order(token);
      await webhooks(1);
      await receive();

      expect(await shop.states(orderId)).toBe(PAID);
      expect((await ledger()).totals).toMatchObject({ ordersCharged: 1, ordersChargedTwice: 0 });
    },
  );

  test("makes one transition of many webhooks in any order", async () => {
    await sandbox.post("/control/webhooks", { copies: 10, spreadMs: 100 });
    const orderId = await order("tok_settle_later");
    await sandbox.post("/control/happenings", {
      reference: await referenceOf(orderId),
      happening: "SETTLE",
    });
    await webhooks(20);
    const outcomes = await receive();

    expect(outcomes.filter((one) => one === "RECEIVED")).toHaveLength(2);
    expect(outcomes.filter((one) => one === "REPEATED")).toHaveLength(18);
    expect(await shop.states(orderId)).toBe(PAID);
    const [payment] = await shop.paymentsOf(orderId);
    expect(payment?.captured).toBe(2_490);
    expect((await shop.timeline(orderId)).filter((kind) => kind === "CONFIRMED")).toHaveLength(1);
  });

  test.each([
    ["another amount", { amount: { minorUnits: 1, currency: "EUR" } }],
    ["another currency", { amount: { minorUnits: 2_490, currency: "JPY" } }],
    ["another order", { orderId: "order_of_others" }],
  ])("believes no answer about %s", async (_, change) => {
    const orderId = await order("tok_settle_later");
    const reference = await referenceOf(orderId);
    await sandbox.post("/control/alterations", { reference, ...change });
    await sandbox.post("/control/happenings", { reference, happening: "SETTLE" });
    await webhooks(3);
    await receive();

    expect(await shop.states(orderId)).toBe(OPEN);
    const [payment] = await shop.paymentsOf(orderId);
    expect(payment?.flags).not.toEqual([]);
  });

  test("ignores webhooks about payments that it has not started", async () => {
    const amount = { minorUnits: 2_490, currency: "EUR" };
    await sandbox.post("/control/payments", { orderId: "order_of_nobody", key: null, amount });
    await webhooks(1);

    expect(await receive()).toEqual(["RECEIVED"]);
  });

  test.each(["HANG", "ERROR_503", "REFUSED"])(
    "takes orders while the gateway is down (%s), and settles all of them afterwards",
    async (kind) => {
      await sandbox.close();
      await open({ outsideFailures: 3, outsidePauseMs: PAUSE_MS });
      if (kind === "REFUSED") await sandbox.stop();
      else await sandbox.post("/control/outages", { kind, forMs: 60_000 });

      const orders: OrderId[] = [];
      const times: number[] = [];
      for (let buyer = 0; buyer < 8; buyer++) {
        const begun = performance.now();
        orders.push(await order("tok_succeed"));
        times.push(performance.now() - begun);
      }
      for (const one of orders) expect(await shop.states(one)).toBe(OPEN);
      // The gateway is left alone after three calls: nobody waits for it any more.
      expect(Math.max(...times.slice(4))).toBeLessThan(GATEWAY_MS);

      if (kind === "REFUSED") await sandbox.start();
      else await sandbox.post("/control/outages", { kind: "CUT", forMs: 0 });
      await new Promise((done) => setTimeout(done, PAUSE_MS + 20));
      for (let round = 0; round < 4; round++) await shop.reconcile();

      for (const one of orders) expect(await shop.states(one)).toBe(PAID);
      expect((await ledger()).totals).toMatchObject({ ordersCharged: 8, ordersChargedTwice: 0 });
    },
  );
});
