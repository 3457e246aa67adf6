import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { payButton, prepareOrder, putIntoCart, standing } from "./buying.js";
import { openShop, type OpenShop } from "./open-shop.js";

/** What stands between the storefront and Plinth, and lets nothing through while it has an answer of its own. */
type Obstacle = null | "HANGS_UP" | { readonly status: number; readonly code: string };

let obstacle: Obstacle = null;
let times = Infinity;
const closes: (() => unknown)[] = [];

const pass = async (request: IncomingMessage, response: ServerResponse, to: string) => {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  if (obstacle !== null && times-- > 0) {
    if (obstacle === "HANGS_UP") return void request.socket.destroy();
    const { status, code } = obstacle;
    const body = { errors: [{ message: "No.", extensions: { code, retryAfterMs: 1_000 } }] };
    response.writeHead(status, { "content-type": "application/json", "retry-after": "1" });
    return void response.end(JSON.stringify(body));
  }
  const headers = Object.entries(request.headers).filter(
    ([name]) => !/^(host|connection|content-length|transfer-encoding|accept-encoding)$/.test(name),
  );
  const answer = await fetch(`${to}${request.url}`, {
    method: "POST",
    headers: headers as [string, string][],
    body: Buffer.concat(pieces),
  });
  response.writeHead(answer.status, { "content-type": "application/json" });
  return void response.end(await answer.text());
};

const between = async (plinthUrl: string): Promise<string> => {
  const server = createServer((request, response) => {
    pass(request, response, plinthUrl).catch(() => response.destroy());
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  closes.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

describe("a page that cannot be shown says what to do", () => {
  let shop: OpenShop;
  beforeAll(async () => {
    shop = await openShop(undefined, between);
  });
  afterEach(() => {
    obstacle = null;
    times = Infinity;
  });
  afterAll(async () => {
    await shop?.close();
    for (const close of closes) close();
  });

  test("an address that nothing has is a 404, and leads home", async () => {
    const { page } = await shop.visit();

    for (const path of ["products/no-such-thing", "collections/no-such-thing", "no/such/page"]) {
      const answer = await page.goto(`${shop.storefront.url}${path}`);
      expect([path, answer?.status()]).toEqual([path, 404]);
    }
    await page.goto(`${shop.storefront.url}products/no-such-thing`);
    await page.locator('[data-trouble="missing"]').getByRole("link", { name: "Home" }).click();

    await page.getByRole("heading", { name: "A house is made of small things" }).waitFor();
  });

  test("the former address of a product leads to the new one for good", async () => {
    const found = await shop.admin(
      "{ products(first: 1, filter: { statuses: [ACTIVE] }) { nodes { id slug } } }",
    );
    const [{ id, slug }] = found.products.nodes as [{ id: string; slug: string }];
    const renamed = await shop.admin(
      `mutation { productUpdate(input: { id: "${id}", changes: { slug: "another-name" } }) { userErrors { message } } }`,
    );
    expect(renamed.productUpdate.userErrors).toEqual([]);
    const { page } = await shop.visit();

    const answer = await page.goto(`${shop.storefront.url}products/${slug}?Colour=Blue`);

    const first = answer?.request().redirectedFrom();
    expect((await first?.response())?.status()).toBe(301);
    expect(page.url()).toBe(`${shop.storefront.url}products/another-name?Colour=Blue`);
    expect(answer?.status()).toBe(200);
  });

  test("a country that the shop does not know is a 404 that lets another one be chosen", async () => {
    const { page } = await shop.visit();

    const answer = await page.goto(`${shop.storefront.url}xx/products/everyday-mug`);

    expect(answer?.status()).toBe(404);
    await page.locator('[data-trouble="market"]').getByRole("link", { name: "Home" }).click();
    await page.getByRole("heading", { name: "A house is made of small things" }).waitFor();
  });

  test.each([
    { name: "too many requests", obstacle: { status: 429, code: "RATE_LIMITED" }, shown: "busy" },
    {
      name: "a server that is overloaded",
      obstacle: { status: 503, code: "SERVICE_UNAVAILABLE" },
      shown: "busy",
    },
    { name: "a server that does not answer", obstacle: "HANGS_UP" as const, shown: "down" },
  ])("$name is a page that can be tried again", async (given) => {
    const { page } = await shop.visit();
    obstacle = given.obstacle;

    const answer = await page.goto(`${shop.storefront.url}products/everyday-mug`);

    const isDown = given.obstacle === "HANGS_UP";
    expect(answer?.status()).toBe(isDown ? 503 : given.obstacle.status);
    if (!isDown) expect(answer?.headers()["retry-after"]).toBe("1");
    const trouble = page.locator(`[data-trouble="${given.shown}"]`);
    expect(await trouble.innerText()).toContain("Your cart is safe.");
    obstacle = null;
    await trouble.getByRole("link", { name: "Try again" }).click();
    await page.getByRole("heading", { name: "Everyday Mug" }).waitFor();
  });

  test("a server that refuses once is asked again, and the buyer does not notice", async () => {
    const { page } = await shop.visit();
    obstacle = { status: 503, code: "SERVICE_UNAVAILABLE" };
    times = 1;

    const answer = await page.goto(`${shop.storefront.url}products/everyday-mug`);

    expect(answer?.status()).toBe(200);
  });

  test("a server that fails while a buyer pays leads back to the checkout, and to one order", async () => {
    const before = await shop.orders();
    const { page, go } = await shop.visit();
    await go("products/everyday-mug");
    await prepareOrder(page);

    obstacle = "HANGS_UP";
    await payButton(page).click();
    const trouble = page.locator('[data-trouble="down"]');
    await trouble.waitFor();
    obstacle = null;
    await trouble.getByRole("link", { name: "Try again" }).click();
    await page.getByRole("heading", { name: "Checkout" }).waitFor();
    expect(await page.getByLabel("City").inputValue()).toBe("Berlin");
    await payButton(page).click();

    expect(await standing(page)).toBe("CONFIRMED");
    expect(await shop.orders()).toHaveLength(before.length + 1);
  });

  test("the form of an address follows its country, and keeps what was typed", async () => {
    const { page, go } = await shop.visit();
    const country = page.getByLabel("Country", { exact: true });
    await go("products/everyday-mug");
    await putIntoCart(page);
    await page.getByLabel("E-mail").fill("ada@example.com");
    await country.selectOption("DE");
    await page.getByLabel("Last name").fill("Byron");
    await page.getByLabel("Street and number").fill("Street 1");
    await page.getByLabel("City").fill("Springfield");

    await country.selectOption("SG");
    await page.getByLabel("City").waitFor({ state: "detached" });
    await country.selectOption("US");
    await page.getByLabel("State").selectOption("IL");
    await page.getByLabel("ZIP code").fill("627");
    expect(await page.getByLabel("City").inputValue()).toBe("Springfield");
    await page.getByRole("button", { name: "Save and choose the delivery" }).click();
    await page.getByText("It looks like 95014.").waitFor();
    await page.getByLabel("ZIP code").fill("62701");
    await page.getByRole("button", { name: "Save changes" }).click();

    await page.getByText("It looks like 95014.").waitFor({ state: "detached" });
    expect(await page.getByLabel("State").inputValue()).toBe("IL");
  });

  test("without scripts saving leads to the form of the country, with what was typed", async () => {
    const { page, go } = await shop.visit({ javaScriptEnabled: false });
    const save = page.getByRole("button", { name: /^Save/ });
    await go("products/everyday-mug");
    await page.getByRole("button", { name: "Add to cart" }).click();
    await page.getByRole("link", { name: "To the checkout" }).click();
    await page.getByLabel("E-mail").fill("nobody");
    await page.getByLabel("Country", { exact: true }).selectOption("US");
    await page.getByLabel("Street and number").fill("Street 1");

    await save.click();
    await page.getByText("This is not an e-mail address.").first().waitFor();
    await page.getByLabel("State").selectOption("IL");
    await page.getByLabel("E-mail").fill("ada@example.com");
    await save.click();

    await page.getByText("This is missing in the address.").first().waitFor();
    expect(await page.getByLabel("State").inputValue()).toBe("IL");
    expect(await page.getByLabel("Street and number").inputValue()).toBe("Street 1");
  });
});
