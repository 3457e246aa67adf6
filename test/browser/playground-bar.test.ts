import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startPlinth, type RunningPlinth } from "../e2e/plinth-process.js";
import { openBrowser } from "./chromium.js";

let plinth: RunningPlinth;
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
  plinth = await startPlinth({ PLINTH_DATA_DIR: mkdtempSync(join(tmpdir(), "plinth-bar-")) });
});
afterAll(async () => {
  await Promise.all([browser?.close(), plinth?.stop()]);
});

const open = async (path: string, options: BrowserContextOptions = {}): Promise<Page> => {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    permissions: ["clipboard-read", "clipboard-write"],
    ...options,
  });
  const page = await context.newPage();
  await page.goto(plinth.url + path);
  await laidOut(page);
  return page;
};

/** The button does nothing before the editor has its text. */
const laidOut = async (page: Page): Promise<void> => {
  await page.getByRole("button", { name: /execute query/i }).waitFor();
  await page.locator(".graphiql-query-editor .view-line").first().waitFor();
};

/** Chooses a market and a language, whose lists are filled after the start. */
const choose = async (page: Page, market: string, locale: string): Promise<void> => {
  await page.locator(`select[name=market] option[value=${market}]`).waitFor({ state: "attached" });
  await page.locator("select[name=market]").selectOption(market);
  await page.locator("select[name=language]").selectOption(locale);
};

const execute = async (page: Page) => {
  const answered = page.waitForResponse((response) =>
    (response.request().postData() ?? "").includes("ProductList"),
  );
  await page.getByRole("button", { name: /execute query/i }).click();
  const answer = await answered;
  return {
    headers: answer.request().headers(),
    body: (await answer.json()) as { readonly extensions: { readonly context: object } },
  };
};

/** The color behind an element, from 0, black, to 255. */
const brightness = (page: Page, selector: string): Promise<number> =>
  page.evaluate(`(() => {
    for (let shown = document.querySelector("${selector}"); shown; shown = shown.parentElement) {
      const [red, green, blue, alpha = 1] = getComputedStyle(shown).backgroundColor.match(/[\\d.]+/g).map(Number);
      if (alpha > 0) return (red + green + blue) / 3;
    }
    return 255;
  })()`);

describe("the bar of the playground", { timeout: 90_000 }, () => {
  test("sends the market and the language that are chosen, also after a reload", async () => {
    const page = await open("/playground");
    await choose(page, "ch", "de");
    const chosen = await execute(page);
    await page.reload();
    await page.locator("select[name=market] option[value=ch]").waitFor({ state: "attached" });
    await laidOut(page);
    const again = await execute(page);

    for (const { headers, body } of [chosen, again]) {
      expect(headers).toMatchObject({ "plinth-market": "ch", "plinth-locale": "de" });
      expect(body.extensions.context).toEqual({ market: "ch", locale: "de", currency: "CHF" });
    }
    expect(await page.locator("select[name=market]").inputValue()).toBe("ch");
    await page.context().close();
  });

  test("copies the request as fetch and as curl", async () => {
    const page = await open("/playground");
    await choose(page, "ch", "de");
    const copied = async (button: string, beginning: RegExp): Promise<string> => {
      const clipboard = (): Promise<string> => page.evaluate("navigator.clipboard.readText()");
      await page.getByRole("button", { name: button }).click();
      await expect.poll(clipboard).toMatch(beginning);
      await page.locator(".plinth-status", { hasText: "Copied" }).waitFor();
      return clipboard();
    };

    const asFetch = await copied("Copy as fetch", /^const response/);
    const asCurl = await copied("Copy as curl", /^curl /);
    expect(asFetch).toContain(`fetch("${plinth.url}/graphql"`);
    expect(asFetch).toContain('"Plinth-Market": "ch"');
    expect(asCurl).toContain(`curl '${plinth.url}/graphql'`);
    expect(asCurl).toContain("Plinth-Locale: de");
    await page.context().close();
  });

  test("keeps headers over a reload, the admin key in the storage of the session only", async () => {
    const page = await open("/admin/playground");
    const [key = ""] = /plinth_admin_[\w-]+/.exec(plinth.output()) ?? [];
    await page.locator(".graphiql-editor-tool .monaco-editor:visible").first().click();
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.insertText(`{ "Authorization": "Bearer ${key}", "X-Mine": "kept" }`);
    await page.keyboard.press("ControlOrMeta+Shift+End");
    await page.keyboard.press("Delete");
    await page.waitForTimeout(1_500);
    await page.reload();
    await laidOut(page);

    const shown = () => page.locator(".graphiql-editors").innerText();
    await expect.poll(shown).toContain("X-Mine");
    await expect.poll(shown).toContain(key);
    const stores = (await page.evaluate(
      "[JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })]",
    )) as readonly string[];
    expect(stores.map((text) => text.includes(key))).toEqual([false, true]);
    expect(stores[0]).toContain("X-Mine");
    await page.context().close();
  });

  test("is dark where the reader's system is", async () => {
    const [light, dark] = [
      await open("/playground", { colorScheme: "light" }),
      await open("/playground", { colorScheme: "dark" }),
    ];
    for (const part of ["#bar", ".graphiql-query-editor"]) {
      expect(await brightness(light, part)).toBeGreaterThan(180);
      expect(await brightness(dark, part)).toBeLessThan(90);
    }
    await Promise.all([light.context().close(), dark.context().close()]);
  });

  test("fits a screen of 390 pixels, where queries are run and answers are read", async () => {
    const page = await open("/playground", { viewport: { width: 390, height: 800 } });
    await execute(page);

    await page.locator(".result-window", { hasText: '"data"' }).waitFor();
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
    expect(await page.locator(".result-window").first().boundingBox()).toMatchObject({
      width: expect.toSatisfy((width: number) => width > 200),
    });
    await page.context().close();
  });

  test("has docs that open with headers, pages and errors", async () => {
    const page = await open("/playground");
    await page.getByRole("button", { name: /show documentation explorer/i }).click();

    const docs = page.locator(".graphiql-doc-explorer");
    await docs.getByText("The API of the shop, for storefronts.").waitFor();
    expect(await docs.innerText()).toMatch(/Headers\.[^]*Plinth-Market[^]*Pages\.[^]*Errors\./);
    await page.context().close();
  });
});
