import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { expect, onTestFinished } from "vitest";
import type { Answer } from "../answer.js";
import { openBrowser } from "../browser/chromium.js";
import type { JourneyDatabase } from "../e2e/journey.js";
import { runPlinth, startPlinth, type RunningPlinth } from "../e2e/plinth-process.js";
import { startStorefront, type RunningStorefront } from "./storefront-process.js";
import { whatIsShown } from "./what-is-shown.js";

export interface OpenShop {
  readonly plinth: RunningPlinth;
  readonly storefront: RunningStorefront;
  /** A buyer with a browser of their own, which is closed when the test ends, however it ends. */
  readonly visit: (options?: BrowserContextOptions) => Promise<Visitor>;
  readonly admin: (query: string, variables?: object) => Promise<Answer["data"]>;
  readonly setPrice: (variantId: string, price: string) => Promise<void>;
  readonly setStock: (variantId: string, onHand: number) => Promise<void>;
  /** Orders of the shop so far, newest first. */
  readonly orders: () => Promise<readonly StoredOrder[]>;
  close(): Promise<void>;
}

export interface StoredOrder {
  readonly number: string;
  readonly state: string;
  readonly paymentStatus: string;
}

export interface Visitor {
  readonly page: Page;
  /** What the pages have complained of. */
  readonly errors: readonly string[];
  /** Opens a page of the shop and waits until its scripts run. */
  readonly go: (path: string) => Promise<void>;
  readonly reload: () => Promise<void>;
}

/** A busy machine needs ten times as long as an idle one. */
const PATIENCE_MS = 60_000;

const ON_SQLITE: JourneyDatabase = { environment: {}, clear: async () => undefined };

/**
 * A development server, the storefront before it, and a browser.
 * @param between makes what the storefront asks instead of the server
 */
export const openShop = async (
  database: JourneyDatabase = ON_SQLITE,
  between: (plinthUrl: string) => Promise<string> = async (url) => url,
): Promise<OpenShop> => {
  const folder = await mkdtemp(join(tmpdir(), "plinth-storefront-"));
  const environment = {
    PLINTH_DATA_DIR: folder,
    PLINTH_PAYMENTS_SANDBOX: "on",
    ...database.environment,
  };
  const [browser, plinth] = await Promise.all([openBrowser(), startPlinth(environment)]);
  const storefront = await startStorefront(await between(plinth.url));
  const [key = ""] = /plinth_admin_[\w-]+/.exec(plinth.output()) ?? [];

  const admin = async (query: string, variables: object = {}): Promise<Answer["data"]> => {
    const response = await fetch(`${plinth.url}/admin/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${key}` },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as Answer;
    expect(errors).toBeUndefined();
    return data;
  };
  // The demo is loaded into the embedded store only.
  if (database !== ON_SQLITE) await fill(environment, admin);
  return {
    plinth,
    storefront,
    admin,
    visit: (options) => visitor(browser, storefront.url, options),
    setPrice: async (variantId, price) => {
      const made = await admin(
        "mutation ($input: VariantPricesSetInput!) { variantPricesSet(input: $input) { userErrors { message } } }",
        { input: { items: [{ variantId, price }] } },
      );
      expect(made.variantPricesSet.userErrors).toEqual([]);
    },
    setStock: async (variantId, onHand) => {
      const made = await admin(
        "mutation ($input: StockCountInput!) { stockCount(input: $input) { userErrors { message } } }",
        { input: { counts: [{ variantId, onHand }] } },
      );
      expect(made.stockCount.userErrors).toEqual([]);
    },
    orders: async () =>
      (await admin("{ orders(first: 100) { nodes { number state paymentStatus } } }")).orders.nodes,
    close: async () => {
      await Promise.all([browser.close(), storefront.stop()]);
      await plinth.stop();
      await rm(folder, { recursive: true, force: true });
      await database.clear();
    },
  };
};

const fill = async (
  environment: Readonly<Record<string, string>>,
  admin: OpenShop["admin"],
): Promise<void> => {
  expect((await runPlinth(["import", "demo/catalogue.csv"], environment)).code).toBe(0);
  const made = await admin(
    `mutation {
      deliveryOptionCreate(input: { option: { key: "parcel", name: "Parcel", kind: FLAT, rates: [{ currency: "EUR", price: "4.90" }] } }) { userErrors { message } }
      paymentMethodCreate(input: { method: { key: "card", name: "Card", gateway: "sandbox" } }) { userErrors { message } }
    }`,
  );
  expect(made).toEqual({
    deliveryOptionCreate: { userErrors: [] },
    paymentMethodCreate: { userErrors: [] },
  });
};

const visitor = async (
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Visitor> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const errors: string[] = [];
  onTestFinished(async ({ task }) => {
    const [failure] = task.result?.errors ?? [];
    if (failure) failure.message += `\n${await whatIsShown(context.pages(), errors)}`;
    await context.close();
  });
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    // A page that answers 404 or 422 is meant to.
    const isStatus = message.text().startsWith("Failed to load resource");
    if (message.type() === "error" && !isStatus) errors.push(message.text());
  });
  const ready = async (): Promise<void> => {
    if (options.javaScriptEnabled !== false)
      await page.waitForSelector("html[data-ready]", { state: "attached" });
  };
  return {
    page,
    errors,
    go: async (path) => {
      await page.goto(`${url}${path}`);
      await ready();
    },
    reload: async () => {
      await page.reload();
      await ready();
    },
  };
};
