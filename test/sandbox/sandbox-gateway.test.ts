import { readFile } from "node:fs/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { SECRET, testSandbox } from "../builders/sandbox.js";

interface Shown {
  readonly reference: string;
  readonly state: string;
  readonly captured: number;
  readonly orderId: string | null;
  readonly amount: object;
  readonly refunds: readonly object[];
  readonly disputes: readonly object[];
  readonly nextAction: { readonly url: string } | null;
}
interface Answer {
  readonly status: number;
  readonly content: { readonly payment: Shown; readonly error: { readonly code: string } };
}
interface LedgerPage {
  readonly payments: readonly Shown[];
  readonly next: string | null;
  readonly totals: object;
  readonly webhooks: { readonly unsent: number };
}
interface Event {
  readonly id: string;
  readonly type: string;
  readonly payment: Shown;
}

const DAY_MS = 86_400_000;
const EUR = { minorUnits: 400, currency: "EUR" };

describe("the sandbox gateway", () => {
  let sandbox: Awaited<ReturnType<typeof testSandbox>>;
  beforeEach(async () => void (sandbox = await testSandbox()));
  afterEach(() => sandbox.close());

  let last = 0;
  const start = (token: string, more: object = {}): Promise<Answer> =>
    sandbox.post("/payments", {
      key: `key-${(last += 1)}`,
      orderId: `order_${last}`,
      orderNumber: `P-${last}`,
      amount: EUR,
      capture: "AUTOMATIC",
      token,
      returnUrl: null,
      ...more,
    });
  const find = async (reference: string): Promise<Shown> =>
    ((await sandbox.get(`/payments?reference=${reference}`)) as Answer).content.payment;
  const ledger = async (query = ""): Promise<LedgerPage> =>
    (await sandbox.get(`/ledger${query}`)).content;
  const events = (): readonly Event[] =>
    sandbox.receiver.received.map(({ body }) => JSON.parse(Buffer.from(body).toString()) as Event);
  const forward = (days: number) => sandbox.post("/control/clock", { forwardMs: days * DAY_MS });

  test("refuses who does not know its secret", async () => {
    const statuses = await Promise.all(
      ["/payments?key=a", "/payments?reference=b", "/ledger"].flatMap((path) =>
        [{}, { authorization: "Bearer wrong" }, { authorization: SECRET }].map(
          async (headers) => (await fetch(sandbox.origin() + path, { headers })).status,
        ),
      ),
    );

    expect(new Set(statuses)).toEqual(new Set([401]));
  });

  test("never lets the number of a card in, not even into its ledger", async () => {
    for (const token of ["4242424242424242", "tok_4242 4242 4242 4242", "4242-4242-4242-4242"])
      expect(await start(token)).toMatchObject({
        status: 400,
        content: { error: { code: "card_number_refused" } },
      });

    expect(await readFile(sandbox.file, "utf8")).not.toMatch(/4242/);
  });

  test.each([
    [{ token: null }, 422, "token_required"],
    [{ token: "tok_unknown" }, 422, "unknown_token"],
    [{ amount: { minorUnits: 0, currency: "EUR" } }, 400, "invalid_request"],
    [{ amount: { minorUnits: 1.5, currency: "EUR" } }, 400, "invalid_request"],
    [{ amount: { minorUnits: 1, currency: "euro" } }, 400, "invalid_request"],
    [{ returnUrl: "javascript:alert(1)" }, 400, "invalid_request"],
    [{ returnUrl: "https://user:password@shop.example/" }, 400, "invalid_request"],
    [{ returnUrl: "/checkout" }, 400, "invalid_request"],
    [{ key: "" }, 400, "invalid_request"],
    [{ capture: "SOMETIMES" }, 400, "invalid_request"],
  ])("refuses %j", async (more, status, code) => {
    expect(await start("tok_succeed", more)).toMatchObject({
      status,
      content: { error: { code } },
    });
    expect((await ledger()).payments).toEqual([]);
  });

  test("shows its ledger in parts, and counts orders that were charged twice", async () => {
    for (const order of ["order_a", "order_a", "order_b"])
      await start("tok_succeed", { orderId: order });
    await start("tok_decline_card_declined", { orderId: "order_a" });
    const first = await ledger("?first=3");
    const rest = await ledger(`?first=3&after=${first.next}`);

    expect([first.payments.length, rest.payments.length, rest.next]).toEqual([3, 1, null]);
    expect(first.totals).toEqual({
      payments: 4,
      charges: 3,
      ordersCharged: 2,
      ordersChargedTwice: 1,
    });
  });

  test("shows the payments that were started last", async () => {
    for (const _ of [1, 2, 3]) await start("tok_succeed");
    const all = (await ledger()).payments.map(({ reference }) => reference);

    const { payments } = await ledger("?newest=2");

    expect(payments.map(({ reference }) => reference)).toEqual([all[2], all[1]]);
  });

  test("finds everything again after a restart, at the same address", async () => {
    const held = (await start("tok_succeed", { key: "kept", capture: "MANUAL" })).content.payment;
    const origin = sandbox.origin();
    await sandbox.stop();
    await sandbox.start();

    expect(await find(held.reference)).toEqual(held);
    expect((await start("tok_succeed", { key: "kept", capture: "MANUAL" })).status).toBe(409);
    expect(sandbox.origin()).toBe(origin);
  });

  test("lets happen what is due when its clock is moved", async () => {
    const held = await start("tok_succeed", { capture: "MANUAL" });
    const later = await start("tok_settle_later");
    const never = await start("tok_settle_later_declined");
    const contested = await start("tok_dispute");
    const returned = await start("tok_refund_fails_later");
    const refund = { requestKey: "refund", amount: EUR };
    const { reference } = returned.content.payment;
    await sandbox.post("/refunds", { payment: { reference, key: null }, ...refund });
    const states = async () =>
      Promise.all(
        [held, later, never, contested, returned].map(async ({ content: { payment } }) => {
          const { state, disputes, refunds } = await find(payment.reference);
          return [state, ...disputes, ...refunds].map((one) =>
            typeof one === "string" ? one : (one as { readonly state: string }).state,
          );
        }),
      );

    expect(await states()).toEqual([
      ["AUTHORISED"],
      ["PENDING"],
      ["PENDING"],
      ["CAPTURED"],
      ["CAPTURED", "PENDING"],
    ]);
    await forward(2);
    expect(await states()).toEqual([
      ["AUTHORISED"],
      ["CAPTURED"],
      ["DECLINED"],
      ["CAPTURED", "OPEN"],
      ["CAPTURED", "FAILED"],
    ]);
    await forward(5);
    expect((await states())[0]).toEqual(["EXPIRED"]);
  });

  test("sends webhooks until they are accepted, also after a restart", async () => {
    sandbox.receiver.answerWith(503);
    const { reference } = (await start("tok_succeed")).content.payment;
    await expect.poll(() => events().length).toBe(1);
    await sandbox.stop();
    sandbox.receiver.answerWith(200);
    await sandbox.start();

    await expect.poll(async () => (await ledger()).webhooks.unsent).toBe(0);
    expect(new Set(events().map(({ id }) => id)).size).toBe(1);
    expect(events().at(-1)).toMatchObject({ type: "payment.started", payment: { reference } });
  });

  test("sends webhooks several times, in any order, late, or again", async () => {
    await sandbox.post("/control/webhooks", { copies: 3, spreadMs: 60 });
    for (const _ of Array.from({ length: 12 })) await start("tok_succeed");
    await expect.poll(() => events().length).toBe(36);
    const ids = events().map(({ id }) => id);
    const [first] = events();

    expect(new Set(ids).size).toBe(12);
    const times = events().map(({ payment }) => Number(payment.orderId?.split("_")[1]));
    expect(times).not.toEqual(times.toSorted((a, b) => a - b));

    await sandbox.post("/control/webhooks", { copies: 1, spreadMs: 0, delayMs: 80 });
    await sandbox.post("/control/repetitions", { reference: first?.payment.reference });
    const begun = Date.now();
    await expect.poll(() => events().length).toBe(37);
    expect(Date.now() - begun).toBeGreaterThanOrEqual(60);
    expect(events().at(-1)?.id).toBe(first?.id);
  });

  test("holds webhooks back while they are paused", async () => {
    await sandbox.post("/control/webhooks", { isPaused: true });
    await start("tok_succeed");
    await new Promise((done) => setTimeout(done, 50));
    expect(events()).toEqual([]);

    await sandbox.post("/control/webhooks", { isPaused: false });
    await expect.poll(() => events().length).toBe(1);
  });

  test("makes payments up, and says something else of one than before", async () => {
    const made = (await sandbox.post("/control/payments", {
      orderId: "order_of_nobody",
      key: null,
      amount: EUR,
    })) as Answer;
    const { reference } = (await start("tok_succeed")).content.payment;
    await sandbox.post("/control/alterations", { reference, orderId: "order_of_others" });
    await sandbox.post("/control/alterations", {
      reference,
      amount: { minorUnits: 1, currency: "JPY" },
    });

    expect(made.content.payment).toMatchObject({ orderId: "order_of_nobody", captured: 400 });
    expect(await find(reference)).toMatchObject({
      orderId: "order_of_others",
      amount: { minorUnits: 1, currency: "JPY" },
      captured: 1,
    });
    await expect.poll(() => events().length).toBe(4);
  });

  describe("the page of an action", () => {
    const RETURN = "https://shop.example/checkout?a=1&b=%22";
    const needsAction = async (more: object = {}) => {
      const answer = await start("tok_requires_action", { returnUrl: RETURN, ...more });
      return new URL(answer.content.payment.nextAction?.url ?? "");
    };
    const decide = (url: URL, fields: Readonly<Record<string, string>>) =>
      fetch(url.origin + url.pathname, {
        method: "POST",
        redirect: "manual",
        body: new URLSearchParams(fields),
      });
    const secretOf = (url: URL): string => url.searchParams.get("secret") ?? "";

    test("shows what is paid, escaped, runs no script and may not be framed", async () => {
      const url = await needsAction({ orderNumber: `"><script>alert('1')</script>&` });
      const page = await fetch(url);
      const html = await page.text();

      expect(html).toContain("€4.00");
      expect(html).toContain("&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;");
      expect(html).not.toContain("<script");
      const policy = page.headers.get("content-security-policy") ?? "";
      expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-/);
      expect(policy).toContain("form-action 'self' https://shop.example; ");
      expect(policy).toContain("frame-ancestors 'none'");
    });

    test("leads back to the shop, once decided and later", async () => {
      const url = await needsAction();
      const decided = await decide(url, { secret: secretOf(url), decision: "decline" });
      const again = await decide(url, { secret: secretOf(url), decision: "approve" });
      const late = await fetch(url, { redirect: "manual" });

      for (const answer of [decided, again, late])
        expect([answer.status, answer.headers.get("location")]).toEqual([303, RETURN]);
      expect((await ledger()).payments).toMatchObject([{ state: "DECLINED" }]);
    });

    test("is not there for who does not know its secret", async () => {
      const url = await needsAction();
      const other = await needsAction();
      const answers = await Promise.all([
        fetch(url.origin + url.pathname),
        fetch(`${url.origin}${url.pathname}?secret=${secretOf(other)}`),
        decide(url, { decision: "approve" }),
        decide(url, { secret: secretOf(other), decision: "approve" }),
      ]);

      expect(answers.map(({ status }) => status)).toEqual([400, 404, 400, 404]);
      expect((await ledger()).payments.map(({ state }) => state)).toEqual([
        "REQUIRES_ACTION",
        "REQUIRES_ACTION",
      ]);
    });

    test("says what became of the payment where there is nowhere to return to", async () => {
      const url = await needsAction({ returnUrl: null });
      const page = await decide(url, { secret: secretOf(url), decision: "approve" });

      expect([page.status, await page.text()]).toEqual([
        200,
        expect.stringContaining("The payment is CAPTURED"),
      ]);
    });
  });
});
