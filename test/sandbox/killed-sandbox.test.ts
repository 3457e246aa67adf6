import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Line } from "../../sandbox/book.js";
import {
  GatewayError,
  type GatewayPayment,
} from "../../src/application/payments/ports/payment-gateway.js";
import { noLimitCounters } from "../../src/application/shared/limit-counters.js";
import { SandboxPaymentGateway } from "../../src/infrastructure/payments/sandbox/sandbox-payment-gateway.js";
import { SandboxProcess } from "../../src/infrastructure/payments/sandbox/sandbox-process.js";
import { outsideCalls } from "../builders/outside-calls.js";
import { ledgerFile, webhookReceiver } from "../builders/sandbox.js";
import { request } from "../contracts/payment-gateway/payment-requests.js";
import { collectedLog } from "../fakes/collected-log.js";
import { spawnPlinth } from "../interface/cli/spawn-plinth.js";

const PROGRAM = resolve("dist/sandbox/serve-sandbox.js");
const PAYMENTS = 200;
const AT_ONCE = 8;
const KILLS = 5;

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe("the process of the sandbox gateway", () => {
  let shop: Awaited<ReturnType<typeof webhookReceiver>>;
  const file = ledgerFile();
  const log = collectedLog();
  const sandbox = new SandboxProcess({ program: PROGRAM, ledgerFile: file, log });
  const gateway = new SandboxPaymentGateway(sandbox, {
    calls: outsideCalls({ outsideFailures: 1_000_000 }),
    limits: { gatewayMs: 3_000 },
    counters: noLimitCounters,
  });
  beforeAll(async () => {
    // Builds the program when its sources have changed.
    await spawnPlinth("--version").ended;
    shop = await webhookReceiver();
    sandbox.start(shop.url);
    while (sandbox.origin() === null) await new Promise((again) => setTimeout(again, 20));
  });
  afterAll(async () => {
    await sandbox.stop();
    await shop.close();
  });

  /** Sends the same payment until the gateway has answered. */
  const paidAtLast = async (): Promise<GatewayPayment> => {
    const asked = request({ token: "tok_succeed" });
    for (;;) {
      try {
        return await gateway.authorise(asked);
      } catch (error) {
        if (!(error instanceof GatewayError) || error.failure === "REFUSED") throw error;
        await new Promise((again) => setTimeout(again, 20));
      }
    }
  };

  test("charges once and forgets nothing that it has answered, through five kills", async () => {
    const answered: GatewayPayment[] = [];
    const buyers = Array.from({ length: AT_ONCE }, async () => {
      while (answered.length < PAYMENTS) answered.push(await paidAtLast());
    });
    for (let kill = 1; kill <= KILLS; kill++) {
      await expect.poll(() => answered.length).toBeGreaterThan((kill * PAYMENTS) / (KILLS + 2));
      const pid = sandbox.pid ?? 0;
      process.kill(pid, "SIGKILL");
      await expect.poll(() => sandbox.origin() !== null && sandbox.pid !== pid).toBe(true);
    }
    await Promise.all(buyers);

    const lines = readFileSync(file, "utf8")
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Line);
    const charged = lines.flatMap(({ what, payment }) =>
      what === "payment.started" && payment ? [payment.orderId] : [],
    );
    expect(new Set(charged).size).toBe(charged.length);
    expect(new Set(charged)).toEqual(new Set(answered.map(({ orderId }) => orderId)));
    const restarts = log.lines.filter(({ message }) => message.includes("has ended"));
    expect(restarts.map(({ facts }) => facts.signal)).toEqual(Array(KILLS).fill("SIGKILL"));
    // Each payment is announced at last, though some webhooks were cut.
    const announced = () =>
      new Set(shop.received.map(({ body }) => /spay_\w+/.exec(Buffer.from(body).toString())?.[0]));
    await expect.poll(() => announced().size).toBe(charged.length);
  });

  test("stays at its address when it is started again, and ends with its server", async () => {
    const [origin, pid] = [sandbox.origin(), sandbox.pid ?? 0];
    process.kill(pid, "SIGKILL");
    await expect.poll(() => sandbox.origin() !== null && sandbox.pid !== pid).toBe(true);
    expect(sandbox.origin()).toBe(origin);
    const next = sandbox.pid ?? 0;

    await sandbox.stop();

    expect([isAlive(next), sandbox.origin()]).toEqual([false, null]);
    const failure = await gateway
      .authorise(request({ token: "tok_succeed" }))
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ failure: "NOT_SENT", reason: "not_running" });
  });

  test("says why it cannot run", async () => {
    const other = collectedLog();
    const damaged = ledgerFile();
    writeFileSync(damaged, "no ledger\n");
    const broken = new SandboxProcess({ program: PROGRAM, ledgerFile: damaged, log: other });
    broken.start(shop.url);
    await expect.poll(() => other.lines.length).toBeGreaterThan(0);
    await broken.stop();

    expect(other.lines[0]).toMatchObject({
      level: "error",
      facts: { error: { message: `Line 1 of the ledger ${damaged} cannot be read.` } },
    });
  });
});
