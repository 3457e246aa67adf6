import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startPlinth, type RunningPlinth } from "../e2e/plinth-process.js";
import { openBrowser } from "./chromium.js";

let plinth: RunningPlinth;
let browser: Browser;

beforeAll(async () => {
  // One after the other: a missing browser must not leave a server behind.
  browser = await openBrowser();
  plinth = await startPlinth({
    PLINTH_DATA_DIR: mkdtempSync(join(tmpdir(), "plinth-browser-")),
    PLINTH_PAYMENTS_SANDBOX: "on",
  });
});
afterAll(async () => {
  await Promise.all([browser?.close(), plinth?.stop()]);
});

/** A page with its requests and errors. */
const open = async (path: string) => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const requests: string[] = [];
  const errors: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.goto(plinth.url + path);
  await page.getByRole("button", { name: /execute query/i }).waitFor();
  return { page, requests, errors };
};

const run = async (page: Page, tab: string): Promise<string> => {
  await page.getByRole("button", { name: tab, exact: true }).click();
  await page.locator('[role="tab"][aria-selected="true"]', { hasText: tab }).waitFor();
  const answered = page.waitForResponse(
    (response) =>
      response.request().method() === "POST" &&
      new RegExp(`(query|mutation) ${tab}\\b`).test(response.request().postData() ?? ""),
  );
  await page.getByRole("button", { name: /execute query/i }).click();
  return (await answered).text();
};

interface Sent {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly data: Readonly<Record<string, never>>;
}

/** Runs one of the operations of the tab, with these variables unless they stay. */
const runOne = async (
  page: Page,
  operation: string,
  variables?: Sent["variables"],
): Promise<Sent> => {
  if (variables) {
    await page.locator(".graphiql-editor-tool .monaco-editor:visible").first().click();
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.insertText(JSON.stringify(variables));
    // What the editor has closed by itself.
    await page.keyboard.press("ControlOrMeta+Shift+End");
    await page.keyboard.press("Delete");
    // The editor passes typed text on after a moment.
    await page.waitForTimeout(1_000);
  }
  const answered = page.waitForResponse(
    (response) => response.request().postDataJSON()?.operationName === operation,
  );
  await page.getByRole("button", { name: /execute query/i }).click();
  await page.getByRole("menuitem", { name: operation, exact: true }).click();
  const answer = await answered;
  const { data } = (await answer.json()) as Pick<Sent, "data">;
  return { variables: answer.request().postDataJSON().variables, data };
};

const resultText = (page: Page): Promise<string> =>
  page.locator("section.result-window, .result-window").first().innerText();

/** The first id of an answer. */
const idIn = ({ data }: Sent): string =>
  /"id":"((?:cart|deliveryoption)_[^"]+)"/.exec(JSON.stringify(data))?.[1] ?? "";

/** The steps from the lines to what is paid. */
const stepsOf = (answer: string): readonly string[] => {
  const { data } = JSON.parse(answer) as {
    readonly data: {
      readonly quotePreview: {
        readonly priceBreakdown: readonly {
          readonly kind: string;
          readonly reason: string;
          readonly adds: { readonly amount: string };
        }[];
      };
    };
  };
  return data.quotePreview.priceBreakdown.map(
    ({ kind, reason, adds }) => `${kind} ${reason}: ${adds.amount}`,
  );
};

describe("the playground without a network", () => {
  test.each(["ProductList", "ProductPage", "FilterAndSort", "Collections", "Paging", "Node"])(
    "runs the example %s of the shop and shows its answer",
    async (tab) => {
      const { page, requests, errors } = await open("/playground");

      const answer = JSON.parse(await run(page, tab)) as {
        readonly data: object;
        readonly errors?: unknown;
      };

      expect(answer).not.toHaveProperty("errors");
      expect(JSON.stringify(answer.data)).toMatch(/"(title|name)":"/);
      await expect.poll(() => resultText(page)).toContain('"data"');
      expect(
        requests.filter((url) => !url.startsWith(plinth.url) && !url.startsWith("data:")),
      ).toEqual([]);
      expect(errors).toEqual([]);
      await page.close();
    },
  );

  test(
    "asks for the admin key on the page of the admin API, loads the schema with it, and uses it in all tabs",
    { timeout: 60_000 },
    async () => {
      const { page, requests } = await open("/admin/playground");
      const [adminKey] = /plinth_admin_[\w-]+/.exec(plinth.output()) ?? [];

      await expect
        .poll(() => page.locator(".graphiql-editors").innerText())
        .toMatch(/Bearer\s<admin\skey>/);
      const refused = await run(page, "Drafts");
      await page.locator(".graphiql-editor-tool .monaco-editor:visible").first().click();
      // To the end of the second line, before its closing quote, over the placeholder.
      for (const key of [
        "ControlOrMeta+Home",
        "ArrowDown",
        "End",
        "ArrowLeft",
        ...Array.from("<admin key>", () => "Shift+ArrowLeft"),
      ])
        await page.keyboard.press(key);
      await page.keyboard.insertText(adminKey ?? "");
      // The editor passes typed text on after a moment; people need longer to reach the next
      // button.
      await page.waitForTimeout(1_500);
      const schema = page.waitForResponse(
        (response) => response.ok() && (response.request().postData() ?? "").includes("__schema"),
      );
      const drafts = await run(page, "Drafts");
      const stock = await run(page, "Stock");
      const cost = await run(page, "Cost");
      const edited = await run(page, "EditProduct");
      const history = await run(page, "ProductHistory");
      const tagged = await run(page, "TagMany");
      const explained = await run(page, "WhyDoesThisCostThat");
      const sale = await run(page, "WeekendSale");
      const crossing = await run(page, "WeekendSale");

      expect(refused).toContain("UNAUTHENTICATED");
      expect(stepsOf(explained)).toEqual([
        "LINES 1 line: 119.40",
        "DISCOUNT Summer sale: -5.00",
        "DISCOUNT Welcome, 10 % of 114.40: -11.44",
        "DELIVERY Swiss Post: 8.90",
        "DISCOUNT Half the delivery: -4.45",
        "FEE Gift wrap: 2.50",
        "INCLUDED_TAX VAT 8.1 %: -8.24",
        "TAX VAT 8.1 %: 8.24",
        "PAYABLE_ROUNDING Rounding of the payment: -0.01",
      ]);
      expect(explained).toContain('"kind":"QUANTITY_BREAK"');
      expect(await (await schema).text()).toContain('"onHand"');
      expect(drafts).toContain('"DRAFT"');
      expect(stock).toMatch(/"onHand":\d/);
      expect(cost).toMatch(/"cost":\{"amount":"/);
      expect(edited).toMatch(/"path":"vendor","before":"[^"]*","after":"The Example Pottery"/);
      expect(edited).toContain('"userErrors":[]');
      expect(history).toMatch(/"actor":"admin-key","changes":\[\{"path":"vendor"/);
      expect(tagged).toContain('"season-opening"');
      expect(tagged).toMatch(
        /"index":1,"product":null,"userErrors":\[\{"code":"PRODUCT_NOT_FOUND"/,
      );
      expect(sale).toMatch(/"until":"[^"]*T00:00:00.000Z","price":\{"formatted":"€9.90"\}/);
      expect(crossing).toContain('"INVALID_SCHEDULE_TIME"');
      await expect.poll(() => resultText(page)).toContain('"INVALID_SCHEDULE_TIME"');
      await page.screenshot({ path: join(tmpdir(), "plinth-admin-playground.png") });
      expect(
        requests.filter((url) => !url.startsWith(plinth.url) && !url.startsWith("data:")),
      ).toEqual([]);
      await page.close();
    },
  );

  test("walks a guest from an empty cart to a paid order", { timeout: 60_000 }, async () => {
    const { page, errors } = await open("/playground");
    await page.getByRole("button", { name: "BuySomething", exact: true }).click();
    await page.locator('[role="tab"][aria-selected="true"]', { hasText: "BuySomething" }).waitFor();
    // Until the editor knows that there are several operations.
    await page.waitForTimeout(1_000);

    const created = await runOne(page, "BuySomething");
    const cart = { ...created.variables, cartId: idIn(created) };
    const addressed = await runOne(page, "EnterAddress", cart);
    const delivery = { ...cart, deliveryOptionId: idIn(addressed) };
    const chosen = await runOne(page, "ChooseDelivery", delivery);
    const offered = await runOne(page, "HowToPay");
    const [, total] = /"total":\{"amount":"([\d.]+)"/.exec(JSON.stringify(chosen.data)) ?? [];
    const placed = await runOne(page, "PlaceOrder", { ...delivery, total });

    expect(JSON.stringify(offered.data)).toMatch(/"key":"demo-card"[^}]*\},"isEligible":true/);
    expect(placed.data).toMatchObject({
      checkoutSubmit: {
        order: { state: "CONFIRMED", paymentStatus: "PAID", payments: [{ state: "CAPTURED" }] },
        userErrors: [],
      },
    });
    await expect.poll(() => resultText(page)).toContain('"CONFIRMED"');
    await page.screenshot({ path: join(tmpdir(), "plinth-paid-playground.png") });
    expect(errors).toEqual([]);
    await page.close();
  });

  test("shows every mail in every language, on a small screen too", async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 800 } });
    const [requests, errors]: string[][] = [[], []];
    page.on("request", (request) => requests?.push(request.url()));
    page.on("console", (message) => message.type() === "error" && errors?.push(message.text()));

    await page.goto(`${plinth.url}/playground/mails`);
    const english = await page.getByRole("article").count();
    await page.getByRole("link", { name: "de", exact: true }).click();
    await page.getByRole("heading", { name: "Erstattung zu Ihrer Bestellung" }).waitFor();

    expect([english, await page.getByRole("article").count()]).toEqual([5, 5]);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
    expect(
      requests?.filter((url) => !url.startsWith(plinth.url) && !url.startsWith("data:")),
    ).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });
});
