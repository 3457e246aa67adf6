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

  test("has a new request id, whatever the client sends", async () => {
    const server = await toyServer();

    const answer = await server.inject({
      method: "GET",
      url: "/health/live",
      headers: { "x-request-id": "forged\u001B[2J" },
    });

    expect(answer.headers["x-request-id"]).not.toContain("forged");
  });
});

describe("a storefront in a browser", () => {
  const preflight = (origin: string) => ({
    method: "OPTIONS" as const,
    url: "/graphql",
    headers: {
      origin,
      "access-control-request-method": "POST",
      "access-control-request-headers": "content-type,plinth-market,idempotency-key,authorization",
    },
  });

  test("on a listed origin may send and read the headers that it needs", async () => {
    const server = await toyServer();

    const allowed = await server.inject(preflight(ORIGIN));
    const answered = await server.inject(
      graphqlRequest("{ asked { viewer } }", { origin: ORIGIN }),
    );

    expect(allowed.headers["access-control-allow-origin"]).toBe(ORIGIN);
    const names = String(allowed.headers["access-control-allow-headers"]).toLowerCase().split(", ");
    expect(names).toEqual(
      expect.arrayContaining([
        "authorization",
        "content-type",
        "idempotency-key",
        "plinth-market",
        "plinth-locale",
        "apollo-require-preflight",
      ]),
    );
    expect(allowed.headers["access-control-allow-methods"]).toBe("GET, POST");
    expect(answered.headers["access-control-allow-origin"]).toBe(ORIGIN);
    expect(String(answered.headers["access-control-expose-headers"]).toLowerCase()).toBe(
      "retry-after, x-request-id, idempotency-replayed, ratelimit-limit, ratelimit-remaining, ratelimit-reset",
    );
  });

  test.each(["https://evil.example", "null", `${ORIGIN}.evil.example`, "http://www.example.com"])(
    "on the unlisted origin %s gets no permission, and the answer does not repeat its origin",
    async (origin) => {
      const server = await toyServer();

      const answers = await Promise.all([
        server.inject(preflight(origin)),
        server.inject(graphqlRequest("{ asked { viewer } }", { origin })),
      ]);

      for (const { headers } of answers) {
        expect(headers).not.toHaveProperty("access-control-allow-origin");
        expect(JSON.stringify(headers)).not.toContain("evil");
      }
    },
  );

  test("gets no cookies and may not send credentials", async () => {
    const server = await toyServer({ corsOrigins: "*" });

    const { headers } = await server.inject(
      graphqlRequest("{ asked { viewer } }", { origin: "https://evil.example" }),
    );

    expect(headers["access-control-allow-origin"]).toBe("*");
    expect(headers).not.toHaveProperty("access-control-allow-credentials");
    expect(headers).not.toHaveProperty("set-cookie");
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
