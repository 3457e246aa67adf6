import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { startStorefront } from "./storefront-process.js";

const closes: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closes.splice(0)) await close();
});

/** Whom the shop API takes for the buyer of one page, which is asked for with these headers. */
const buyerOf = async (
  settings: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>>,
): Promise<unknown> => {
  const said: unknown[] = [];
  const api = createServer((request, response) => {
    said.push(request.headers["x-forwarded-for"]);
    response.writeHead(429, { "content-type": "application/json" });
    response.end('{"errors":[{"message":"No.","extensions":{"code":"RATE_LIMITED"}}]}');
  }).listen(0, "127.0.0.1");
  await once(api, "listening");
  closes.push(() => api.close());
  const { port } = api.address() as AddressInfo;
  const storefront = await startStorefront(`http://127.0.0.1:${port}`, settings);
  closes.push(() => storefront.stop());

  await fetch(storefront.url, { headers });

  return said[0];
};

describe("the address that the shop API gets for a buyer", () => {
  test("is that of the connection, whatever the buyer says", async () => {
    const headers = { "x-forwarded-for": "203.0.113.7", "x-buyer-address": "203.0.113.8" };

    expect(await buyerOf({}, headers)).toBe("127.0.0.1");
  });

  test("is the last one before the proxies that are trusted", async () => {
    const headers = { "x-forwarded-for": "198.51.100.1, 203.0.113.7, 10.1.2.3" };

    expect(await buyerOf({ SHOP_TRUST_PROXY: "127.0.0.1, 10.1.0.0/16" }, headers)).toBe(
      "203.0.113.7",
    );
  });

  test("is that of the proxy where it says none", async () => {
    expect(await buyerOf({ SHOP_TRUST_PROXY: "127.0.0.1" }, { "x-forwarded-for": "unknown" })).toBe(
      "127.0.0.1",
    );
  });

  test("does not depend on a setting that cannot be read: the storefront does not start", async () => {
    await expect(
      startStorefront("http://127.0.0.1:1", { SHOP_TRUST_PROXY: "10.0.0.0/33" }),
    ).rejects.toThrow('SHOP_TRUST_PROXY contains "10.0.0.0/33"');
  });
});
