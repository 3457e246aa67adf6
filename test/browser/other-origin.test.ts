import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startPlinth, type RunningPlinth } from "../e2e/plinth-process.js";
import { openBrowser } from "./chromium.js";

let plinth: RunningPlinth;
let browser: Browser;
let storefront: Server;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  plinth = await startPlinth({
    PLINTH_DATA_DIR: mkdtempSync(join(tmpdir(), "plinth-other-origin-")),
  });
  storefront = createServer((_request, response) =>
    response.setHeader("content-type", "text/html").end("<title>A storefront</title>"),
  ).listen(0, "127.0.0.1");
  await once(storefront, "listening");
  const address = storefront.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${port}/`);
});
afterAll(async () => {
  storefront?.close();
  await Promise.all([browser?.close(), plinth?.stop()]);
});

interface Request {
  readonly method: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
}

/** Sends a query from the page. @returns what its scripts see of the answer */
const ask = ({ method, headers }: Request) =>
  page.evaluate(
    async ({ url, ...init }) => {
      const query = "{ products(first: 3) { nodes { title } } }";
      const isGet = init.method === "GET";
      try {
        const answer = await fetch(isGet ? `${url}?query=${encodeURIComponent(query)}` : url, {
          ...init,
          ...(isGet ? {} : { body: JSON.stringify({ query }) }),
        });
        return {
          status: answer.status,
          text: await answer.text(),
          requestId: answer.headers.get("x-request-id"),
        };
      } catch (error) {
        return { status: 0, text: String(error), requestId: null };
      }
    },
    { url: `${plinth.url}/graphql`, method, headers },
  );

describe("a storefront on another port of this machine", () => {
  test("reads answers to what Apollo Client and Sentry send", async () => {
    const tracing = {
      "apollographql-client-name": "storefront",
      "apollographql-client-version": "1.4.2",
      "x-apollo-operation-name": "Home",
      "sentry-trace": "771a43a4192642f0b136d5159a501700-77e8a5a1b8e8d1a1-1",
      baggage: "sentry-environment=production",
      traceparent: "00-771a43a4192642f0b136d5159a501700-77e8a5a1b8e8d1a1-01",
      tracestate: "vendor=1",
      "x-request-id": "page-1",
      "plinth-locale": "de",
    };

    const [posted, got] = [
      await ask({ method: "POST", headers: { ...tracing, "content-type": "application/json" } }),
      await ask({ method: "GET", headers: { ...tracing, "if-none-match": '"none"' } }),
    ];

    for (const { status, text, requestId } of [posted, got]) {
      expect(text).toContain('"title"');
      expect({ status, hasId: requestId !== null }).toEqual({ status: 200, hasId: true });
    }
  });

  test("fails with a header that is refused, and the log says which", async () => {
    const answer = await ask({
      method: "POST",
      headers: { "content-type": "application/json", "x-secret-sauce": "1" },
    });

    expect(answer.text).toContain("Failed to fetch");
    expect(plinth.output()).toContain('"header":"x-secret-sauce"');
  });
});
