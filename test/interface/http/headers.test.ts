import { describe, expect, test } from "vitest";
import { asked, ORIGIN, toyServer } from "./toy-server.js";

const addresses = ["/graphql", "/nowhere", "/health/live", "/health/ready"];

describe("headers of every answer", () => {
  test.each(addresses)(
    "%s cannot be framed, sniffed, cached or read by a foreign page",
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

  test("a cache between is told what an answer depends on", async () => {
    const server = await toyServer();

    const { headers } = await server.inject(asked("{ asked { viewer } }", { origin: ORIGIN }));

    for (const name of ["Plinth-Market", "Plinth-Locale", "Origin", "Accept"])
      expect(String(headers.vary).split(", ")).toContain(name);
  });

  test("the request id is ours, whatever a client sends", async () => {
    const server = await toyServer();

    const answer = await server.inject({
      method: "GET",
      url: "/health/live",
      headers: { "x-request-id": "forged\u001B[2J" },
    });

    expect(answer.headers["x-request-id"]).not.toContain("forged");
  });
});

describe("storefronts in browsers", () => {
  const preflight = (origin: string) => ({
    method: "OPTIONS" as const,
    url: "/graphql",
    headers: {
      origin,
      "access-control-request-method": "POST",
      "access-control-request-headers": "content-type,plinth-market,idempotency-key,authorization",
    },
  });

  test("a listed origin may ask, with the headers a storefront needs, and read what it must", async () => {
    const server = await toyServer();

    const allowed = await server.inject(preflight(ORIGIN));
    const answered = await server.inject(asked("{ asked { viewer } }", { origin: ORIGIN }));

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
      "retry-after, x-request-id, idempotency-replayed",
    );
  });

  test.each(["https://evil.example", "null", `${ORIGIN}.evil.example`, "http://www.example.com"])(
    "%s is not listed: it may not, and is not repeated",
    async (origin) => {
      const server = await toyServer();

      const answers = await Promise.all([
        server.inject(preflight(origin)),
        server.inject(asked("{ asked { viewer } }", { origin })),
      ]);

      for (const { headers } of answers) {
        expect(headers).not.toHaveProperty("access-control-allow-origin");
        expect(JSON.stringify(headers)).not.toContain("evil");
      }
    },
  );

  test("nobody is sent cookies or told that they count", async () => {
    const server = await toyServer({ corsOrigins: "*" });

    const { headers } = await server.inject(
      asked("{ asked { viewer } }", { origin: "https://evil.example" }),
    );

    expect(headers["access-control-allow-origin"]).toBe("*");
    expect(headers).not.toHaveProperty("access-control-allow-credentials");
    expect(headers).not.toHaveProperty("set-cookie");
  });
});

describe("the context of a question", () => {
  test("market and language come from headers, and a shop's guest is a guest", async () => {
    const server = await toyServer();

    const answer = await server.inject(
      asked("{ asked { viewer market locale } }", {
        "plinth-market": "at",
        "plinth-locale": "de-AT",
      }),
    );

    expect(answer.json()).toEqual({
      data: { asked: { viewer: "guest", market: "at", locale: "de-AT" } },
    });
  });

  test("queries may come by GET, with the header that a foreign page cannot send", async () => {
    const server = await toyServer();

    const answer = await server.inject({
      method: "GET",
      url: "/graphql?query={asked{viewer}}",
      headers: { "apollo-require-preflight": "1" },
    });

    expect(answer.statusCode).toBe(200);
  });
});
