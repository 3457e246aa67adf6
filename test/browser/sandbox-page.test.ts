import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sandboxSecrets } from "../../src/infrastructure/payments/sandbox/sandbox-secrets.js";
import { startSandbox, type SandboxGateway } from "../../sandbox/sandbox-gateway.js";
import { startPlinth, type RunningPlinth } from "../e2e/plinth-process.js";
import { openBrowser } from "./chromium.js";

const SECRET = "a secret of a sandbox for a browser test".replaceAll(" ", "-");

let sandbox: SandboxGateway;
let plinth: RunningPlinth;
let browser: Browser;

const pay = async (name: string, token: string, more: object = {}) => {
  const answer = await fetch(`${sandbox.origin}/payments`, {
    method: "POST",
    headers: { authorization: `Bearer ${SECRET}`, "content-type": "application/json" },
    body: JSON.stringify({
      key: name,
      orderId: `order_${name}`,
      orderNumber: `<b>${name}</b>`,
      amount: { minorUnits: 4_990, currency: "EUR" },
      capture: "AUTOMATIC",
      token,
      returnUrl: null,
      ...more,
    }),
  });
  return (await answer.json()) as {
    readonly payment: { readonly nextAction: { readonly url: string } | null };
  };
};

beforeAll(async () => {
  browser = await openBrowser();
  const folder = mkdtempSync(join(tmpdir(), "plinth-browser-"));
  sandbox = await startSandbox({
    ...sandboxSecrets(SECRET),
    ledgerFile: join(folder, "ledger.jsonl"),
    webhookUrl: null,
    port: 0,
    fail: () => undefined,
  });
  plinth = await startPlinth({
    PLINTH_DATA_DIR: folder,
    PLINTH_PAYMENTS_SANDBOX: sandbox.origin,
    PLINTH_PAYMENTS_SANDBOX_SECRET: SECRET,
  });
});
afterAll(async () => {
  await Promise.all([browser?.close(), plinth?.stop(), sandbox?.close()]);
});

const open = async (url: string) => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 800 } });
  const errors: string[] = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.goto(url);
  return { page, errors };
};

describe("the sandbox gateway in a browser", () => {
  test("shows its ledger, and lets things happen to payments", async () => {
    await pay("first", "tok_succeed");
    await pay("second", "tok_succeed", { capture: "MANUAL" });
    await pay("third", "tok_settle_later");
    await pay("fourth", "tok_decline_insufficient_funds");
    const { page, errors } = await open(`${plinth.url}/playground/sandbox`);
    const row = (name: string) => page.locator("tbody tr", { hasText: `order_${name}` });

    await expect.poll(() => page.locator("tbody tr").count()).toBe(4);
    expect(await row("first").innerText()).toContain("<b>first</b>");
    await row("first").getByRole("button", { name: "Dispute" }).click();
    await row("third").getByRole("button", { name: "Settle" }).click();
    await row("second").getByRole("button", { name: "Expire" }).click();
    await page.getByRole("button", { name: "Pause" }).click();
    await expect.poll(() => row("first").innerText()).toContain("dispute (fraudulent): OPEN");
    await expect.poll(() => row("third").innerText()).toContain("CAPTURED");
    await expect.poll(() => row("second").innerText()).toContain("EXPIRED");
    await expect
      .poll(() => page.getByRole("button", { name: "Pause" }).getAttribute("aria-pressed"))
      .toBe("true");
    await page.screenshot({ path: join(tmpdir(), "plinth-sandbox-page.png") });

    expect(errors).toEqual([]);
    await page.close();
  });

  test("a button that is pressed while the ledger arrives keeps its click", async () => {
    await pay("pressed", "tok_settle_later");
    const { page } = await open(`${plinth.url}/playground/sandbox`);
    const row = page.locator("tbody tr", { hasText: "order_pressed" });
    await row.waitFor();
    let held = 0;
    let release = () => undefined as void;
    const released = new Promise<void>((done) => (release = done));
    await page.route("**/ledger?*", async (route) => {
      held += 1;
      await released;
      await route.continue();
    });
    await expect.poll(() => held).toBeGreaterThan(0);

    await row.getByRole("button", { name: "Settle" }).hover();
    await page.mouse.down();
    const arrived = page.waitForResponse("**/ledger?*");
    release();
    await (await arrived).finished();
    await page.waitForTimeout(200);
    await page.mouse.up();

    await expect.poll(() => row.innerText()).toContain("CAPTURED");
    await page.close();
  });

  test("lets a buyer approve a payment, and leads back to the shop", async () => {
    const returnUrl = `${plinth.url}/health/live`;
    const { payment } = await pay("action", "tok_requires_action", { returnUrl });
    const { page, errors } = await open(payment.nextAction?.url ?? "");
    await page.screenshot({ path: join(tmpdir(), "plinth-sandbox-action.png") });

    await page.getByRole("button", { name: "Approve" }).click();
    await page.waitForURL(returnUrl);

    expect(errors).toEqual([]);
    await page.close();
  });
});
