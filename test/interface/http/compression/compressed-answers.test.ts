import { brotliDecompressSync, gunzipSync } from "node:zlib";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { KEY } from "../toy-server.js";
import { worldServer } from "../world-server.js";

let server: FastifyInstance;

beforeAll(async () => {
  server = await worldServer();
});
afterAll(() => server.close());

const LIST = "{ products(first: 20) { nodes { id slug title description } } }";

const ask = (query: string, encoding: string | null = "gzip, br", url = "/graphql") =>
  server.inject({
    method: "POST",
    url,
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${KEY}`,
      ...(encoding !== null && { "accept-encoding": encoding }),
    },
    payload: JSON.stringify({ query }),
  });

describe("a long answer that every guest may see", () => {
  test("is compressed as the client likes, and says so to caches", async () => {
    const [plain, br, gzip] = [
      await ask(LIST, null),
      await ask(LIST),
      await ask(LIST, "br;q=0.1, gzip"),
    ];

    expect(plain.headers).not.toHaveProperty("content-encoding");
    expect([br.headers["content-encoding"], gzip.headers["content-encoding"]]).toEqual([
      "br",
      "gzip",
    ]);
    for (const { headers } of [plain, br, gzip])
      expect(String(headers.vary).split(", ")).toContain("Accept-Encoding");
    const data = (text: Buffer | string): unknown =>
      (JSON.parse(String(text)) as { readonly data: unknown }).data;
    expect(data(brotliDecompressSync(br.rawPayload))).toEqual(data(plain.body));
    expect(data(gunzipSync(gzip.rawPayload))).toEqual(data(plain.body));
    expect(br.headers["content-length"]).toBe(String(br.rawPayload.length));
    expect(br.rawPayload.length).toBeLessThan(plain.rawPayload.length / 2);
  });

  test("is sent as it is when it is short", async () => {
    const { headers, body } = await ask("{ shop { locale } }");

    expect(body.length).toBeLessThan(1_024);
    expect(headers).not.toHaveProperty("content-encoding");
  });
});

describe("an answer that may hold secrets beside words of somebody else", () => {
  const alias = "a".repeat(2_000);

  test.each([
    ["of a cart", `{ ${alias}: cart(id: "cart_00000000000000000000000001") { id } }`],
    ["of a cart beside products", `{ ${LIST.slice(1, -1)} cart(id: "cart_1") { id } }`],
    [
      "of a cart in a fragment",
      `query { ...Both } fragment Both on Query { ${LIST.slice(1, -1)} ... { cart(id: "cart_1") { id } } }`,
    ],
    [
      "of a cart that is found as a node",
      `{ ${LIST.slice(1, -1)} node(id: "cart_00000000000000000000000001") { id } }`,
    ],
    ["of a change", `mutation { ${alias}: cartCreate(input: {}) { cart { id } } }`],
    ["with errors", `{ ${LIST.slice(1, -1)} ${alias}: products(first: 1000) { nodes { id } } }`],
  ])("is not compressed: one %s", async (_what, query) => {
    const { headers, body } = await ask(query);

    expect(body.length).toBeGreaterThan(1_024);
    expect(headers).not.toHaveProperty("content-encoding");
  });

  test("is not compressed: one of the admin API", async () => {
    const { headers, body, statusCode } = await ask(LIST, "br", "/admin/graphql");

    expect(statusCode).toBe(200);
    expect(body.length).toBeGreaterThan(1_024);
    expect(headers).not.toHaveProperty("content-encoding");
  });
});
