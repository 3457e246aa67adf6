import { describe, expect, test } from "vitest";
import { graphqlRequest, ORIGIN, toyServer } from "./toy-server.js";

const ADDRESSES = ["/graphql", "/nowhere", "/health/live", "/health/ready"];

describe("every answer", () => {
  test.each(ADDRESSES)(
    "of %s forbids framing, sniffing, caching and reading by pages of other sites",
    async (url) => {
      const server = await toyServer();

      const { headers } = await server.inject({ method: "GET", url });

      expect(headers).toMatchObject({
        "content-security-policy":
          "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'",
        "strict-transport-security": "max-age=31536000",
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "no-referrer",
        "cross-origin-resource-policy": "same-origin",
        "cache-control": "no-store",
        "x-request-id": expect.stringMatching(/^[0-9a-f-]{36}$/),
      });
      expect(headers).not.toHaveProperty("x-powered-by");
      expect(headers).not.toHaveProperty("server");
    },
  );

  test("names the request headers that it depends on for caches", async () => {
    const server = await toyServer();

    const { headers } = await server.inject(
      graphqlRequest("{ asked { viewer } }", { origin: ORIGIN }),
    );

    for (const name of ["Plinth-Market", "Plinth-Locale", "Origin", "Accept"])
      expect(String(headers.vary).split(", ")).toContain(name);
  });

  test("has a new request id where that of the client could forge the log", async () => {
    const server = await toyServer();

    const answer = await server.inject({
      method: "GET",
      url: "/health/live",
      headers: { "x-request-id": "forged\u001B[2J" },
    });

    expect(answer.headers["x-request-id"]).not.toContain("forged");
  });
});

describe("a request", () => {
  test("to the shop API is made by a guest, with market and language from its headers", async () => {
    const server = await toyServer();

    const answer = await server.inject(
      graphqlRequest("{ asked { viewer market locale } }", {
        "plinth-market": "at",
        "plinth-locale": "de-AT",
      }),
    );

    expect(answer.json()).toEqual({
      data: { asked: { viewer: "guest", market: "at", locale: "de-AT" } },
    });
  });

  test("with a query may be sent by GET, with a header that pages of other sites cannot send", async () => {
    const server = await toyServer();

    const answer = await server.inject({
      method: "GET",
      url: "/graphql?query={asked{viewer}}",
      headers: { "apollo-require-preflight": "1" },
    });

    expect(answer.statusCode).toBe(200);
  });
});
