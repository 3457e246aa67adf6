import { describe, expect, test } from "vitest";
import { type Entry, graphqlRequest, logTo, ORIGIN, toyServer } from "./toy-server.js";

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
      "etag, retry-after, x-request-id, idempotency-replayed, ratelimit-limit, ratelimit-remaining, ratelimit-reset",
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

const asks = (headers: string, origin = ORIGIN) => ({
  method: "OPTIONS" as const,
  url: "/graphql",
  headers: {
    origin,
    "access-control-request-method": "POST",
    "access-control-request-headers": headers,
  },
});
const allowedIn = (value: unknown): readonly string[] => String(value).toLowerCase().split(", ");

describe("the headers that clients and their tracing send", () => {
  test.each([
    "apollographql-client-name,apollographql-client-version",
    "x-apollo-operation-name,x-apollo-operation-id",
    "traceparent,tracestate,baggage",
    "sentry-trace,baggage",
    "x-request-id",
    "if-none-match",
    "Apollographql-Client-Name, X-Apollo-Cache-Key",
  ])("%s are let through, and nothing is logged", async (headers) => {
    const entries: Entry[] = [];
    const server = await toyServer({ log: logTo(entries) });

    const answer = await server.inject(asks(headers));

    expect(answer.statusCode).toBe(204);
    expect(allowedIn(answer.headers["access-control-allow-headers"])).toEqual(
      expect.arrayContaining([...allowedIn(headers.replaceAll(/,\s*/g, ", "))]),
    );
    expect(entries.filter(({ level }) => level === "warn")).toEqual([]);
  });

  test("do not include others, each of which is logged with its origin once a minute", async () => {
    const entries: Entry[] = [];
    const server = await toyServer({ log: logTo(entries) });

    const answers = [
      await server.inject(asks("content-type,x-secret-sauce")),
      await server.inject(asks("x-secret-sauce")),
    ];

    for (const { headers } of answers)
      expect(headers["access-control-allow-headers"]).not.toContain("sauce");
    expect(entries.filter(({ level }) => level === "warn")).toEqual([
      {
        level: "warn",
        message:
          "A page may not send this header, so its browser sends nothing: leave the header out.",
        header: "x-secret-sauce",
        origin: ORIGIN,
      },
    ]);
  });

  test("are echoed only where they are names of headers", async () => {
    const server = await toyServer();

    const { headers } = await server.inject(
      asks("apollographql-a b,x-apollo-(c),x-apollo-d\u00E4,x-apollo-e"),
    );

    expect(headers["access-control-allow-headers"]).toMatch(/, x-apollo-e$/);
    expect(headers["access-control-allow-headers"]).not.toMatch(/apollographql-a|x-apollo-[cd(]/);
  });
});

describe("a page of an origin that is refused", () => {
  const warnings = async (
    requests: readonly Readonly<Record<string, string>>[],
  ): Promise<readonly Entry[]> => {
    const entries: Entry[] = [];
    const server = await toyServer({ log: logTo(entries) });
    for (const headers of requests)
      await server.inject(graphqlRequest("{ asked { viewer } }", headers));
    return entries.filter(({ level }) => level === "warn");
  };

  test("is logged once a minute, with the setting that would let it in", async () => {
    const origin = "https://new-shop.example.com";

    expect(await warnings([{ origin }, { origin }])).toEqual([
      {
        level: "warn",
        message:
          "A page of another origin may not read this server: if it is a storefront of the shop, add its origin to PLINTH_CORS_ORIGINS.",
        origin,
      },
    ]);
  });

  test("cannot fill the log with long or many origins", async () => {
    const [first] = await warnings([{ origin: `https://${"a".repeat(5_000)}.example.com` }]);
    const many = await warnings(
      Array.from({ length: 50 }, (_, index) => ({ origin: `https://${index}.example.com` })),
    );

    expect(first?.origin).toHaveLength(201);
    expect(many).toHaveLength(20);
  });

  test("is not mistaken for a page that the server itself has served", async () => {
    expect(
      await warnings([
        { host: "127.0.0.1:4000", origin: "http://127.0.0.1:4000" },
        { host: "127.0.0.1:4000" },
      ]),
    ).toEqual([]);
  });
});

describe("every origin of this machine", () => {
  test("may read the answers where it is listed as loopback", async () => {
    const server = await toyServer({ corsOrigins: ["loopback"] });
    const allowed = async (origin: string) =>
      (await server.inject(graphqlRequest("{ asked { viewer } }", { origin }))).headers[
        "access-control-allow-origin"
      ];

    expect(await allowed("http://localhost:4321")).toBe("http://localhost:4321");
    expect(await allowed("https://[::1]:8443")).toBe("https://[::1]:8443");
    expect(await allowed("http://localhost.example.com")).toBeUndefined();
  });
});
