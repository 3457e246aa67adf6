import type { InjectOptions } from "fastify";
import { describe, expect, test } from "vitest";
import { graphqlRequest, logTo, toyServer, type Entry } from "./toy-server.js";

const json = { "content-type": "application/json" };
const post = (
  payload: string,
  headers: Readonly<Record<string, string>> = json,
): InjectOptions => ({ method: "POST", url: "/graphql", headers, payload });

type Case = [name: string, status: number, code: string, request: InjectOptions];

describe("an error answer", () => {
  test.each<Case>([
    ["a document that is not GraphQL", 400, "GRAPHQL_PARSE_FAILED", post('{"query":"{"}')],
    [
      "a field that does not exist",
      400,
      "GRAPHQL_VALIDATION_FAILED",
      post('{"query":"{ prize }"}'),
    ],
    ["malformed JSON", 400, "BAD_REQUEST", post('{"query":')],
    ["a poisoned body", 400, "BAD_REQUEST", post('{"query":"{ __typename }","__proto__":{"a":1}}')],
    ["an empty body", 400, "BAD_REQUEST", post("")],
    ["a body that is not a request", 400, "BAD_REQUEST", post('{"no":"query"}')],
    ["a batch", 400, "BAD_REQUEST", post('[{"query":"{ __typename }"}]')],
    [
      "plain text",
      415,
      "UNSUPPORTED_MEDIA_TYPE",
      post('{"query":"{ __typename }"}', { "content-type": "text/plain" }),
    ],
    [
      "a form",
      415,
      "UNSUPPORTED_MEDIA_TYPE",
      post("query=x", { "content-type": "application/x-www-form-urlencoded" }),
    ],
    ...["gzip", "br", "identity, gzip", "GZIP", ""].map((encoding): Case => [
      `a body with the content encoding "${encoding}"`,
      415,
      "UNSUPPORTED_MEDIA_TYPE",
      post('{"query":"{ __typename }"}', { ...json, "content-encoding": encoding }),
    ]),
    ...["utf-16", "ISO-8859-1", '"utf-16le"', "utf-8x", ""].map((charset): Case => [
      `JSON in the charset ${charset}`,
      415,
      "UNSUPPORTED_MEDIA_TYPE",
      post('{"query":"{ __typename }"}', {
        "content-type": `application/json; Charset=${charset}`,
      }),
    ]),
    [
      "a body over 256 KiB",
      413,
      "REQUEST_TOO_LARGE",
      post(JSON.stringify({ query: "#".repeat(256 * 1024) })),
    ],
    ["an unknown address", 404, "NOT_FOUND", { method: "GET", url: "/wp-admin" }],
    ["an address that cannot be decoded", 400, "BAD_REQUEST", { method: "GET", url: "/media/%zz" }],
    [
      "a method that is not allowed",
      405,
      "METHOD_NOT_ALLOWED",
      { method: "DELETE", url: "/graphql" },
    ],
    ["TRACE", 405, "METHOD_NOT_ALLOWED", { method: "TRACE", url: "/graphql" }],
    ["HEAD on the API", 405, "METHOD_NOT_ALLOWED", { method: "HEAD", url: "/graphql" }],
    ["TRACE on an unknown address", 404, "NOT_FOUND", { method: "TRACE", url: "/nowhere" }],
    [
      "a page of another site that sends no preflight request",
      400,
      "BAD_REQUEST",
      { method: "GET", url: "/graphql?query={asked{viewer}}" },
    ],
    [
      "a mutation by GET",
      405,
      "BAD_REQUEST",
      {
        method: "GET",
        url: "/graphql?query=mutation{touch}",
        headers: { "apollo-require-preflight": "1" },
      },
    ],
  ])(
    "for %s has status %i, the form of a GraphQL error, and a request id",
    async (_name, status, code, request) => {
      const server = await toyServer();

      const answer = await server.inject(request);

      expect(answer.statusCode).toBe(status);
      expect(answer.headers["content-type"]).toMatch(
        /^application\/(graphql-response\+)?json; charset=utf-8$/,
      );
      if (request.method === "HEAD") return;
      expect(answer.json()).toMatchObject({
        errors: [
          {
            message: expect.any(String),
            extensions: { code, requestId: answer.headers["x-request-id"] },
          },
        ],
      });
      expect(answer.body).not.toMatch(/at \w+ \(|node_modules|FST_ERR/);
    },
  );

  test.each([
    { "content-type": "application/json;charset=UTF-8" },
    { "content-type": 'application/json; charset="utf-8"; x=1' },
    { ...json, "content-encoding": "identity" },
  ])("is not given to plain JSON in UTF-8: %o", async (headers) => {
    const server = await toyServer();

    const answer = await server.inject(post('{"query":"{ __typename }"}', headers));

    expect([answer.statusCode, answer.json()]).toEqual([200, { data: { __typename: "Query" } }]);
  });

  test.each(["application/graphql-response+json", "application/json"])(
    "has the content type %s when the client accepts it",
    async (accept) => {
      const server = await toyServer();

      const answers = await Promise.all([
        server.inject({ method: "GET", url: "/nowhere", headers: { accept } }),
        server.inject(graphqlRequest("{ prize }", { accept })),
      ]);

      for (const answer of answers) expect(answer.headers["content-type"]).toContain(accept);
    },
  );

  test("names the allowed methods", async () => {
    const server = await toyServer();

    const answer = await server.inject({ method: "PUT", url: "/graphql" });

    expect(answer.headers.allow).toBe("GET, POST");
  });

  test("for an unexpected error contains only the request id; the log has the details", async () => {
    const entries: Entry[] = [];
    const server = await toyServer({
      log: logTo(entries),
      adminKey: {
        id: "key_toy",
        matches: () => {
          throw new Error("SELECT hunter2 FROM keys");
        },
      },
    });

    const answer = await server.inject({
      method: "POST",
      url: "/admin/graphql",
      headers: { ...json, authorization: "Bearer x" },
      payload: "{}",
    });

    expect(answer.statusCode).toBe(500);
    expect(answer.json()).toMatchObject({ errors: [{ extensions: { code: "INTERNAL_ERROR" } }] });
    expect(answer.body).not.toContain("hunter2");
    expect(entries).toContainEqual(
      expect.objectContaining({
        level: "error",
        requestId: answer.headers["x-request-id"],
        error: expect.any(Error),
      }),
    );
  });
});
