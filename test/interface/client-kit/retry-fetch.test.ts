import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { retryFetch } from "../../../clients/typescript/lib/retry.js";

const URL = "https://shop.example.com/graphql";
const QUERY = JSON.stringify({ query: "query Mugs { products { nodes { id } } }" });
const MUTATION = JSON.stringify({ query: "mutation Add { cartLinesAdd { cart { id } } }" });

const ok = () => new Response('{"data":{}}');
const busy = (seconds = "1") =>
  new Response("{}", { status: 503, headers: { "Retry-After": seconds } });

type Answer = Response | Error;

/** A server that gives these answers in turn, and what it was asked. */
const serverOf = (...answers: readonly (() => Answer)[]) => {
  const asked: { readonly key: string | null; readonly at: number }[] = [];
  const fetch = (_input: unknown, init?: RequestInit): Promise<Response> => {
    const key = new Headers(init?.headers).get("idempotency-key");
    const answer = (answers[asked.length] ?? ok)();
    asked.push({ key, at: Date.now() });
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  return { fetch, asked };
};

const post = (body: string, headers: Record<string, string> = {}): RequestInit => ({
  method: "POST",
  headers,
  body,
});

/** The outcome of a request, whatever time its waits take. */
const outcome = async (request: Promise<Response>): Promise<number | string> => {
  const done = request.then(
    ({ status }) => status,
    (error: unknown) => (error as Error).message,
  );
  await vi.runAllTimersAsync();
  return done;
};

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe("a fetch that repeats", () => {
  test("waits as long as the server asks, and a little more", async () => {
    const { fetch, asked } = serverOf(() => busy("2"));

    expect(await outcome(retryFetch({ fetch })(URL, post(QUERY)))).toBe(200);
    const [first, second] = asked;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(2_000);
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeLessThanOrEqual(2_250);
  });

  test("waits longer from try to try after a lost connection", async () => {
    const lost = () => new TypeError("fetch failed");
    const { fetch, asked } = serverOf(lost, lost);

    expect(await outcome(retryFetch({ fetch })(URL, post(QUERY)))).toBe(200);
    const waits = asked.slice(1).map(({ at }, index) => at - (asked[index]?.at ?? 0));
    expect(waits[0]).toBeGreaterThanOrEqual(300);
    expect(waits[1]).toBeGreaterThanOrEqual(600);
  });

  test("gives up after three tries, with the last answer", async () => {
    const { fetch, asked } = serverOf(busy, busy, busy, ok);

    expect(await outcome(retryFetch({ fetch })(URL, post(QUERY)))).toBe(503);
    expect(asked).toHaveLength(3);
  });

  test("answers at once when it would have to wait longer than allowed", async () => {
    const { fetch, asked } = serverOf(() => busy("60"));

    expect(await outcome(retryFetch({ fetch })(URL, post(QUERY)))).toBe(503);
    expect(asked).toHaveLength(1);
  });

  test.each([400, 401, 404, 500])("does not repeat what was answered with %i", async (status) => {
    const { fetch, asked } = serverOf(() => new Response("{}", { status }));

    expect(await outcome(retryFetch({ fetch })(URL, post(QUERY)))).toBe(status);
    expect(asked).toHaveLength(1);
  });

  test("gives a mutation one key for all its tries, and queries none", async () => {
    const { fetch, asked } = serverOf(busy, busy);
    const other = serverOf(busy);

    expect(await outcome(retryFetch({ fetch })(URL, post(MUTATION)))).toBe(200);
    await outcome(retryFetch({ fetch: other.fetch })(URL, post(QUERY)));

    expect(new Set(asked.map(({ key }) => key)).size).toBe(1);
    expect(asked[0]?.key).toMatch(/^[0-9a-f-]{36}$/);
    expect(other.asked.map(({ key }) => key)).toEqual([null, null]);
  });

  test("keeps the key that a mutation has, however its name is written", async () => {
    const { fetch, asked } = serverOf(busy);

    await outcome(retryFetch({ fetch })(URL, post(MUTATION, { "idempotency-key": "mine" })));

    expect(asked.map(({ key }) => key)).toEqual(["mine", "mine"]);
  });

  test("never repeats a mutation without a key", async () => {
    const { fetch, asked } = serverOf(busy);
    const patient = retryFetch({ fetch, idempotencyKeys: false });

    expect(await outcome(patient(URL, post(MUTATION)))).toBe(503);
    expect(asked).toEqual([{ key: null, at: expect.any(Number) }]);
  });

  test("stops waiting when the request is aborted", async () => {
    const { fetch, asked } = serverOf(busy);
    const controller = new AbortController();
    const request = retryFetch({ fetch })(URL, { ...post(QUERY), signal: controller.signal });
    const done = request.catch((error: unknown) => (error as Error).name);

    await vi.advanceTimersByTimeAsync(100);
    controller.abort();

    expect(await done).toBe("AbortError");
    await vi.runAllTimersAsync();
    expect(asked).toHaveLength(1);
  });
});

describe("whether a request only reads", () => {
  test.each([
    ["a query", "{ products { nodes { id } } }", true],
    ["a query with the word in a comment", "# mutation\n{ shop { currency } }", true],
    ["a query with the word in a text", '{ search(query: "mutation") { totalCount } }', true],
    ["a query with a field of that name", "query A { mutation }", true],
    ["a query with a fragment", "query A { ...F } fragment F on Query { shop { locale } }", true],
    ["a mutation", "mutation { a }", false],
    ["a mutation behind a query", "query A { a } mutation B { b }", false],
    ["a mutation behind a fragment", "fragment F on Query { a } mutation B { b }", false],
    ["nothing", "", false],
  ])("%s", async (_name, query, reads) => {
    const { fetch, asked } = serverOf(busy);

    await outcome(
      retryFetch({ fetch, idempotencyKeys: false })(URL, post(JSON.stringify({ query }))),
    );

    expect(asked).toHaveLength(reads ? 2 : 1);
  });

  test("a list of requests only when each of them does", async () => {
    const { fetch, asked } = serverOf(busy);
    const body = `[${QUERY},${MUTATION}]`;

    await outcome(retryFetch({ fetch, idempotencyKeys: false })(URL, post(body)));

    expect(asked).toHaveLength(1);
  });

  test("a GET does, and a body that is not understood does not", async () => {
    const get = serverOf(busy);
    const hashed = serverOf(busy);

    await outcome(retryFetch({ fetch: get.fetch })(`${URL}?documentId=x`));
    await outcome(
      retryFetch({ fetch: hashed.fetch, idempotencyKeys: false })(URL, post('{"documentId":"x"}')),
    );

    expect([get.asked.length, hashed.asked.length]).toEqual([2, 1]);
  });
});
