import { HeaderMap } from "@apollo/server";
import { getIntrospectionQuery } from "graphql";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { noLimitCounters } from "../../src/application/shared/limit-counters.js";
import { RequestLife } from "../../src/application/shared/request-life.js";
import { GUEST } from "../../src/application/shared/viewer.js";
import { AnswerWriter } from "../../src/interface/graphql/server/answer-writer.js";
import type { GraphqlOptions } from "../../src/interface/graphql/server/graphql-options.js";
import { writeAnswers } from "../../src/interface/graphql/server/write-answers.js";
import { openWorld, type World } from "./world.js";

const MANY_BYTES = 200_000;

const worldWith = (answerBytes: number, reached: string[] = []): Promise<World> =>
  openWorld({
    limits: { answerBytes },
    counters: { reached: (limit) => reached.push(limit) },
  } satisfies Partial<GraphqlOptions>);

const FACTS = {
  viewer: GUEST,
  requestId: "request-1",
  market: undefined,
  locale: undefined,
} as const;

/** Sends a query as HTTP does, so that its answer is written. */
const written = async ({ shop: { server, context } }: World, query: string) => {
  // Starts the server.
  await server.executeOperation({ query: "" }, { contextValue: await context(FACTS) });
  const { body, status = 200 } = await server.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: "POST",
      headers: new HeaderMap([["content-type", "application/json"]]),
      search: "",
      body: { query },
    },
    context: () => context(FACTS),
  });
  if (body.kind !== "complete") throw new Error("The answer came in parts.");
  return {
    status,
    length: body.string.length,
    answer: JSON.parse(body.string) as {
      readonly data?: object;
      readonly errors?: readonly { readonly extensions: object; readonly message: string }[];
      readonly extensions: object;
    },
  };
};

const LONG = `{ ${Array.from({ length: 20 }, (_, n) => `e${n}: errorCodes { code meaning advice retryable userError }`).join(" ")} }`;

describe("the bytes of an answer", () => {
  test("are counted while it is written, and refused beyond the limit", async () => {
    const reached: string[] = [];
    const world = await worldWith(MANY_BYTES, reached);

    const { status, answer } = await written(world, LONG);

    expect(status).toBe(400);
    expect(answer.data).toBeUndefined();
    expect(answer.errors).toEqual([
      {
        message: expect.stringContaining("Request smaller pages or fewer fields"),
        locations: [{ line: 1, column: 1 }],
        extensions: {
          code: "QUERY_LIMIT_EXCEEDED",
          limit: "ANSWER_BYTES",
          maximum: MANY_BYTES,
          requestId: "request-1",
        },
      },
    ]);
    expect(answer.extensions).toMatchObject({ cost: { requested: 2_000 + 19 } });
    expect(reached).toEqual(["answerBytes"]);
  });

  test("are counted of cheap requests too, which are written in one go", async () => {
    const reached: string[] = [];
    const list = (fields: string) => `{ products(first: 20) { nodes { ${fields} } } }`;
    const short = await written(await openWorld(), list("id"));
    const world = await worldWith(short.length, reached);

    expect((await written(world, list("id"))).status).toBe(200);
    expect((await written(world, list("id slug title descriptionHtml description"))).status).toBe(
      400,
    );
    expect(reached).toEqual(["answerBytes"]);
  });

  test("are below the limit for introspection and for whatever else is usual", async () => {
    const world = await openWorld();

    const introspection = await written(world, getIntrospectionQuery());
    const long = await written(world, LONG);

    expect([introspection.status, long.status]).toEqual([200, 200]);
    expect(introspection.length).toBeGreaterThan(100_000);
    expect(long.length).toBeGreaterThan(MANY_BYTES);
    expect(Object.keys(long.answer.data ?? {})).toHaveLength(20);
  });

  test("are written no further when nobody waits for them any more", async () => {
    const { plugin } = writeAnswers({ answerBytes: Infinity, counters: noLimitCounters });
    const life = new RequestLife();
    const singleResult = { data: { texts: Array.from({ length: 40 }, () => "x".repeat(65_536)) } };
    const request = {
      contextValue: {
        life,
        answer: { isPublic: false, cached: null },
        cost: { points: 10_000 },
        requestId: "request-1",
        errorCodes: { SERVICE_UNAVAILABLE: { status: 503 } },
      },
      response: { body: { kind: "single", singleResult }, http: {} },
    };
    const listener = await plugin.requestDidStart?.(request as never);
    // Before the writing has begun it would not have been begun at all.
    setImmediate(() => life.end("deadline"));

    await listener?.willSendResponse?.(request as never);

    expect(request.response.http).toEqual({ status: 503 });
    expect(request.response.body.singleResult).toMatchObject({
      errors: [{ extensions: { code: "SERVICE_UNAVAILABLE" } }],
    });
  });
});

describe("an answer in slices", () => {
  const inSlices = (value: object): { readonly text: string; readonly bytes: number } => {
    const writer = new AnswerWriter(value);
    while (!writer.writeSlice());
    return { text: writer.text(), bytes: writer.bytes };
  };

  test("is what JSON.stringify writes, whatever it holds", () => {
    const leaf = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constantFrom(null, undefined, new Date(0), "\u{1F600}\ud800\n"),
    );
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.array(tie("value"), { maxLength: 5 }),
        fc.dictionary(fc.string(), tie("value"), { maxKeys: 5 }),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(fc.string(), value), (answer) => {
        const { text, bytes } = inSlices(answer);

        expect(text).toBe(JSON.stringify(answer));
        expect(bytes).toBe(Buffer.byteLength(text));
      }),
      { numRuns: 40 },
    );
  });

  test("is what JSON.stringify writes when it is long", () => {
    const parts = Array.from({ length: 300 }, (_, n) => ({
      at: new Date(n),
      text: 'é"\n'.repeat(n),
      nothing: undefined,
      none: n % 2 === 0 ? null : [undefined, -0, 1e21],
    }));
    const answer = { long: "x".repeat(70_000), gone: undefined, parts, more: { parts } };
    const { text, bytes } = inSlices(answer);

    expect(text === JSON.stringify(answer)).toBe(true);
    expect(bytes).toBe(Buffer.byteLength(text));
  });

  test("has slices of a bounded length", () => {
    const item = { text: "ü".repeat(1_000), parts: [1, 2, 3] };
    const writer = new AnswerWriter({ items: Array.from({ length: 500 }, () => item) });
    const bytes: number[] = [];
    for (let isComplete = false; !isComplete; bytes.push(writer.bytes))
      isComplete = writer.writeSlice();

    expect(bytes.length).toBeGreaterThan(6);
    expect(writer.text()).toHaveLength(500 * JSON.stringify(item).length + 499 + 12);
  });
});
