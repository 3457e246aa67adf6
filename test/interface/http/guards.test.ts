import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HTTP_LIMITS } from "../../../src/interface/http/limits.js";
import { graphqlRequest, KEY, toyServer } from "./toy-server.js";
import { openWorld } from "../world.js";

const PREFLIGHT = { "apollo-require-preflight": "true" };

/** The APIs of the shop with the options of production, served by the real HTTP server. */
describe("the APIs over HTTP", () => {
  let server: FastifyInstance;

  beforeAll(async () => {
    const { shop, admin } = await openWorld({ introspection: false });
    await Promise.all([shop.server.start(), admin.server.start()]);
    server = await toyServer({ shop, admin } as unknown as Parameters<typeof toyServer>[0]);
  });
  afterAll(async () => server.close());

  const get = (url: string, query: string, headers: Readonly<Record<string, string>> = {}) =>
    server.inject({ method: "GET", url: `${url}?query=${encodeURIComponent(query)}`, headers });
  const codesOf = (body: string): readonly unknown[] =>
    (JSON.parse(body) as { errors: { extensions: { code: string } }[] }).errors.map(
      ({ extensions }) => extensions.code,
    );

  test.each([
    ["/graphql", {}],
    ["/admin/graphql", { authorization: `Bearer ${KEY}` }],
  ])("%s answers no query that a foreign page can send without a preflight", async (url, key) => {
    const refused = await get(url, "{ __typename }", key);
    const answered = await get(url, "{ __typename }", { ...key, ...PREFLIGHT });

    expect([refused.statusCode, refused.body]).toEqual([
      400,
      expect.stringContaining("Cross-Site Request Forgery"),
    ]);
    expect([answered.statusCode, JSON.parse(answered.body)]).toEqual([
      200,
      expect.objectContaining({ data: { __typename: "Query" } }),
    ]);
  });

  test.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])(
    "refuse a form of the type %s",
    async (type) => {
      const { statusCode } = await server.inject({
        method: "POST",
        url: "/admin/graphql",
        headers: { "content-type": type, authorization: `Bearer ${KEY}` },
        payload: JSON.stringify({ query: "mutation { __typename }" }),
      });

      expect(statusCode).toBe(415);
    },
  );

  test("refuse a mutation by GET", async () => {
    const { statusCode } = await get("/admin/graphql", "mutation { __typename }", {
      ...PREFLIGHT,
      authorization: `Bearer ${KEY}`,
    });

    expect(statusCode).toBe(405);
  });

  test("do not reveal the schema by introspection or in errors", async () => {
    const introspected = await server.inject(graphqlRequest("{ __schema { types { name } } }"));
    const mistaken = await server.inject(graphqlRequest("{ prodct(by: { slug: 1 }) { id } }"));

    expect(codesOf(introspected.body)).toEqual(["GRAPHQL_VALIDATION_FAILED"]);
    expect(mistaken.body).not.toContain("Did you mean");
    expect(mistaken.body).not.toMatch(/stacktrace|node_modules|\.ts:/);
  });

  test("refuse several operations in one body", async () => {
    const { statusCode } = await server.inject({
      method: "POST",
      url: "/graphql",
      headers: { "content-type": "application/json" },
      payload: JSON.stringify([{ query: "{ __typename }" }, { query: "{ __typename }" }]),
    });

    expect(statusCode).toBe(400);
  });

  test("do not answer persisted queries", async () => {
    const persistedQuery = { version: 1, sha256Hash: "0".repeat(64) };
    const { body } = await server.inject({
      method: "POST",
      url: "/graphql",
      headers: { "content-type": "application/json" },
      payload: JSON.stringify({ extensions: { persistedQuery } }),
    });

    expect(body).toContain("PERSISTED_QUERY_NOT_SUPPORTED");
  });

  test("accept a body of 256 KiB, and not one byte more", async () => {
    const sized = async (bytes: number) => {
      const start = `{"query":"{ __typename }","x":"`;
      const payload = `${start}${"x".repeat(bytes - start.length - 2)}"}`;
      const { statusCode } = await server.inject({
        method: "POST",
        url: "/graphql",
        headers: { "content-type": "application/json" },
        payload,
      });
      return [payload.length, statusCode];
    };

    expect(HTTP_LIMITS.bodyBytes).toBe(262_144);
    expect(await sized(262_144)).toEqual([262_144, 200]);
    expect(await sized(262_145)).toEqual([262_145, 413]);
  });

  test("forbid that an answer is framed, sniffed, cached or sent in clear text", async () => {
    const { headers } = await server.inject(graphqlRequest("{ __typename }"));

    expect(headers).toMatchObject({
      "content-security-policy":
        "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'",
      "strict-transport-security": "max-age=31536000",
      "x-frame-options": "DENY",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "no-store",
    });
    expect(headers).not.toHaveProperty("x-powered-by");
  });
});
