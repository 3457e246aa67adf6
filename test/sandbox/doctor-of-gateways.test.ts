import { PassThrough } from "node:stream";
import { Command } from "commander";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { noLimitCounters } from "../../src/application/shared/limit-counters.js";
import { GUEST } from "../../src/application/shared/viewer.js";
import { comparePayments } from "../../src/application/payments/compare/compare-payments.js";
import { gatewaysOf } from "../../src/application/payments/ports/payment-gateways.js";
import type { PaymentGateway } from "../../src/application/payments/ports/payment-gateway.js";
import { SandboxPaymentGateway } from "../../src/infrastructure/payments/sandbox/sandbox-payment-gateway.js";
import { doctorCommand } from "../../src/interface/cli/doctor-command.js";
import type { CliContext } from "../../src/interface/cli/cli-context.js";
import { openGatewaysBeside } from "../../src/wiring/open-gateways.js";
import { collectedLog } from "../fakes/collected-log.js";
import { outsideCalls } from "../builders/outside-calls.js";
import { ledgerFile, SECRET, testSandbox, WEBHOOK_SECRET } from "../builders/sandbox.js";
import { inMemorySubject } from "../contracts/idempotency/in-memory-subject.js";
import { BOWL } from "../contracts/checkout/cart-shop.js";
import { paymentShop, type PaymentShop } from "../contracts/payments/payment-shop.js";
import { made } from "../contracts/pricing/market-shop.js";
import { movableClock } from "../fakes/movable-clock.js";

const EUR = { minorUnits: 2_490, currency: "EUR" };

describe("plinth doctor --gateways with the sandbox", () => {
  const file = ledgerFile();
  let sandbox: Awaited<ReturnType<typeof testSandbox>>;
  let gateway: PaymentGateway;
  let shop: PaymentShop;
  const callNeeds = {
    calls: outsideCalls(),
    limits: { gatewayMs: 500 },
    counters: noLimitCounters,
    log: collectedLog(),
  };
  beforeEach(async () => {
    sandbox = await testSandbox(file);
    const secrets = { secret: SECRET, webhookSecret: WEBHOOK_SECRET };
    gateway = new SandboxPaymentGateway({ origin: sandbox.origin, ...secrets }, callNeeds);
    const { needs } = await inMemorySubject();
    shop = await paymentShop(needs, [gateway], movableClock(new Date().toISOString()));
  });
  afterEach(() => sandbox.close());

  const order = async (token: string): Promise<string> => {
    const cartId = await shop.ready(1, BOWL);
    const said = { cartId, paymentMethod: "sandbox", payment: { token }, expectedTotal: "24.90" };
    return made(await shop.shop.checkout.checkoutSubmit(said, GUEST)).orderId;
  };
  /** The gateways of another process than that of the shop. */
  const beside = () =>
    openGatewaysBeside(
      {
        payments: {
          sandbox: { kind: "OWN", ledgerFile: file },
          sandboxSecret: null,
          stripe: null,
        },
      },
      callNeeds,
    );
  const doctor = async (gateways: readonly PaymentGateway[], ...options: readonly string[]) => {
    const out = new PassThrough();
    let code = 0;
    const compare = comparePayments({ ...shop.needs, gateways: gatewaysOf(gateways) });
    const operations = { checkRows: async () => [] };
    const payments = {
      comparePayments: (command: Parameters<typeof compare>[0], viewer: never) =>
        compare({ ...command, pauseMs: 0 }, viewer),
    };
    const context = {
      withGateways: (work: (app: unknown) => unknown) => work({ operations, payments }),
      out,
      signal: new AbortController().signal,
      setExitCode: (exitCode: number) => (code = exitCode),
    } as unknown as CliContext;
    await new Command()
      .addCommand(doctorCommand(context))
      .parseAsync(["doctor", "--gateways", ...options], { from: "user" });
    return { code, out: String(out.read()) };
  };

  test("finds the same differences by its API and in its ledger, while the sandbox runs", async () => {
    const paid = await order("tok_succeed");
    await order("tok_requires_action");
    const ledger = await beside();
    const clean = [await doctor([gateway]), await doctor(ledger)];
    await sandbox.post("/control/payments", { orderId: paid, key: null, amount: EUR });
    const reference = (await gateway.list?.(null))?.payments[0]?.reference;
    await sandbox.post("/control/happenings", { reference, happening: "REFUND" });
    const broken = [await doctor([gateway], "--json"), await doctor(ledger, "--json")];

    for (const { code, out } of clean) {
      expect(out).toContain(
        "sandbox          ok of 2 payments. It lists 2 payments.\n\nEvery payment is as its gateway knows it.\n",
      );
      expect(code).toBe(0);
    }
    expect(broken[1]).toEqual(broken[0]);
    const { isClean, findings } = JSON.parse(broken[0]?.out ?? "") as never;
    expect([isClean, broken[0]?.code]).toEqual([false, 4]);
    expect(findings).toMatchObject([
      { kind: "DIFFERENT", reference, stored: "refunded 0 EUR", atGateway: "refunded 2490 EUR" },
      { kind: "UNKNOWN", orderId: paid, stored: "no such payment" },
    ]);
  });

  test("says that a sandbox without an answer is unchecked, and ends with 4", async () => {
    await order("tok_succeed");
    await sandbox.stop();
    const { code, out } = await doctor([gateway]);

    expect(code).toBe(4);
    expect(out).toContain("sandbox          unchecked of 0 payments.");
    expect(out).toContain("  not checked: 1 payment (not_reached)\n");
    expect(out).toMatch(/\nNot everything was checked at: sandbox\.\n$/);
    await sandbox.start();
  });

  test("never acts through the ledger of another process", async () => {
    const [ledger] = await beside();

    for (const call of ["authorise", "capture", "cancel", "refund"] as const)
      await expect(ledger?.[call]({} as never)).rejects.toMatchObject({ reason: "read_only" });
    expect(ledger?.readWebhook({ headers: {}, body: new Uint8Array() }, new Date())).toBeNull();
  });
});
