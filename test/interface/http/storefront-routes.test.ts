import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import type { Storefront } from "../../../src/interface/http/storefront-routes.js";
import { toyServer } from "./toy-server.js";

const closes: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closes.splice(0)) await close();
});

const behind = async (storefront: Storefront | null) => {
  const server = await toyServer({ storefront, limits: { bodyBytes: 1_000 } });
  closes.push(() => server.close());
  return server;
};

const storefrontThat = async (answer: RequestListener): Promise<Storefront> => {
  const server = createServer(answer).listen(0, "127.0.0.1");
  await once(server, "listening");
  closes.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  return { visit: () => ({ kind: "READY", origin: `http://127.0.0.1:${port}` }) };
};

const textOf = async (message: IncomingMessage): Promise<string> => {
  let text = "";
  for await (const piece of message.setEncoding("utf8")) text += piece as string;
  return text;
};

describe("the example storefront below /shop", () => {
  test("gets what was sent, and its answer comes back as it is", async () => {
    const seen: object[] = [];
    const storefront = await storefrontThat((request, response) => {
      void textOf(request).then((body) => {
        const { method, url, headers } = request;
        seen.push({ method, url, body, host: headers.host, buyer: headers["x-buyer-address"] });
        response.writeHead(302, {
          Location: "/shop/cart",
          "Set-Cookie": ["cart=1; Path=/shop/", "try=2; Path=/shop/"],
          "Content-Security-Policy": "default-src 'self'",
        });
        response.end();
      });
    });
    const server = await behind(storefront);

    const answer = await server.inject({
      method: "POST",
      url: "/shop/cart?a=%2F..%2Fb",
      headers: {
        host: "127.0.0.1:4000",
        "content-type": "application/x-www-form-urlencoded",
        "x-buyer-address": "198.51.100.7",
      },
      payload: "quantity=1",
    });

    expect(seen).toEqual([
      {
        method: "POST",
        url: "/shop/cart?a=%2F..%2Fb",
        body: "quantity=1",
        host: "127.0.0.1:4000",
        buyer: "127.0.0.1",
      },
    ]);
    expect([answer.statusCode, answer.headers.location]).toEqual([302, "/shop/cart"]);
    expect(answer.headers["set-cookie"]).toEqual(["cart=1; Path=/shop/", "try=2; Path=/shop/"]);
    expect(answer.headers["content-security-policy"]).toBe("default-src 'self'");
  });

  test("takes no larger body than the APIs", async () => {
    const server = await behind(await storefrontThat((_request, response) => response.end()));

    const answer = await server.inject({
      method: "POST",
      url: "/shop/cart",
      headers: { host: "127.0.0.1:4000", "content-type": "text/plain" },
      payload: "x".repeat(1_001),
    });

    expect(answer.statusCode).toBe(413);
  });

  test("is a page that looks again by itself while the storefront is prepared", async () => {
    const server = await behind({ visit: () => ({ kind: "PREPARING", step: "INSTALLING" }) });

    const answer = await server.inject({ url: "/shop", headers: { host: "127.0.0.1:4000" } });

    expect([answer.statusCode, answer.headers["retry-after"]]).toEqual([503, "2"]);
    expect(answer.body).toContain('http-equiv="refresh"');
    expect(answer.body).toContain("npm installs its packages");
  });

  test("is a page that says what to do when it cannot be prepared", async () => {
    const problem = "npm failed: <ENOTFOUND>";
    const server = await behind({
      visit: () => ({ kind: "FAILED", step: "INSTALLING", problem }),
    });

    const answer = await server.inject({ url: "/shop/", headers: { host: "127.0.0.1:4000" } });

    expect(answer.statusCode).toBe(503);
    expect(answer.body).toContain("npm failed: &lt;ENOTFOUND&gt;");
    expect(answer.body).toContain("npm ci --prefix examples/storefront");
    expect(answer.body).not.toContain("http-equiv");
  });

  test("is a page that looks again when the storefront has just ended", async () => {
    const server = await behind({
      visit: () => ({ kind: "READY", origin: "http://127.0.0.1:1" }),
    });

    const answer = await server.inject({ url: "/shop/", headers: { host: "127.0.0.1:4000" } });

    expect([answer.statusCode, answer.headers["retry-after"]]).toEqual([503, "2"]);
  });

  test("is a page that says so when the storefront hangs", async () => {
    const hanging = await storefrontThat(() => undefined);
    const server = await behind({ ...hanging, silenceMs: 20 });

    const answer = await server.inject({
      method: "POST",
      url: "/shop/cart",
      headers: { host: "127.0.0.1:4000" },
    });

    expect(answer.statusCode).toBe(504);
    expect(answer.body).toContain("The shop does not answer");
    expect(answer.body).not.toContain("http-equiv");
  });

  test("does not exist where there is none", async () => {
    const server = await behind(null);

    const answer = await server.inject({ url: "/shop/", headers: { host: "127.0.0.1:4000" } });

    expect(answer.statusCode).toBe(404);
  });
});
