import { describe, expect, test } from "vitest";
import {
  errorCodeOf,
  errorCodesOf,
  isRetryable,
  retryAfterMs,
} from "../../../clients/typescript/lib/errors.js";

const entry = (code: string, more: object = {}) => ({
  message: "No.",
  extensions: { code, ...more },
});
const asError = (facts: object): Error => Object.assign(new Error("No."), facts);
const lost = (message: string): TypeError => new TypeError(message);

describe("the code of an error", () => {
  test.each([
    ["an entry of errors", entry("RATE_LIMITED")],
    ["a result", { data: null, errors: [entry("RATE_LIMITED")] }],
    ["a list of errors", [entry("RATE_LIMITED")]],
    ["an error of Apollo Client 4", asError({ errors: [entry("RATE_LIMITED")] })],
    ["an error of Apollo Client 3", asError({ graphQLErrors: [entry("RATE_LIMITED")] })],
    [
      "a refused request in Apollo Client 3",
      asError({
        graphQLErrors: [],
        networkError: asError({ statusCode: 429, result: { errors: [entry("RATE_LIMITED")] } }),
      }),
    ],
    ["an error of urql", asError({ graphQLErrors: [asError(entry("RATE_LIMITED"))] })],
    [
      "an error of graphql-request",
      asError({ response: { status: 429, errors: [entry("RATE_LIMITED")] } }),
    ],
    ["a user error", { __typename: "TakenError", code: "RATE_LIMITED", message: "No.", path: [] }],
    ["a payload", { product: null, userErrors: [{ code: "RATE_LIMITED" }] }],
  ])("is found in %s", (_name, error) => {
    expect(errorCodeOf(error)).toBe("RATE_LIMITED");
    expect(isRetryable(error)).toBe(true);
  });

  test("is null where the error has none, as without a network", () => {
    expect(
      [lost("Failed to fetch"), asError({ code: "ECONNRESET" }), null, undefined, "x", {}].map(
        errorCodeOf,
      ),
    ).toEqual([null, null, null, null, null, null]);
  });

  test("is listed for each of several errors", () => {
    expect(errorCodesOf([entry("INVALID_ID"), entry("RATE_LIMITED")])).toEqual([
      "INVALID_ID",
      "RATE_LIMITED",
    ]);
  });
});

describe("an error is retryable", () => {
  test.each([
    ["SERVICE_UNAVAILABLE", true],
    ["INTERNAL_ERROR", true],
    ["IDEMPOTENCY_CONCURRENT_REQUEST", true],
    ["OUTCOME_UNKNOWN", false],
    ["GRAPHQL_VALIDATION_FAILED", false],
    ["A_CODE_OF_TOMORROW", false],
  ])("as the register says: %s %s", (code, retryable) => {
    expect(isRetryable(entry(code))).toBe(retryable);
  });

  test("only when all errors of the answer are", () => {
    expect(isRetryable({ errors: [entry("RATE_LIMITED"), entry("INVALID_ID")] })).toBe(false);
  });

  test.each(["Failed to fetch", "fetch failed", "Load failed", "NetworkError when attempting …"])(
    "when the connection is lost: %s",
    (message) => {
      expect(isRetryable(lost(message))).toBe(true);
      expect(isRetryable(asError({ graphQLErrors: [], networkError: lost(message) }))).toBe(true);
    },
  );

  test("when a proxy answers for a server that is away, not when an address is unknown", () => {
    expect(
      [429, 502, 503, 504, 404, 500].map((status) => isRetryable(asError({ statusCode: status }))),
    ).toEqual([true, true, true, true, false, false]);
    expect(isRetryable(new Response("", { status: 503 }))).toBe(true);
  });

  test("neither when it is a mistake of the program, nor when the page has given up", () => {
    expect(isRetryable(lost("x is not a function"))).toBe(false);
    expect(isRetryable(new DOMException("Aborted", "AbortError"))).toBe(false);
  });
});

describe("the wait that the server asks for", () => {
  test("is that of headers, in seconds or as a date", () => {
    const date = new Date(Date.now() + 60_000).toUTCString();

    expect(retryAfterMs(new Headers({ "Retry-After": "2" }))).toBe(2_000);
    expect(retryAfterMs(new Headers({ "Retry-After": date }))).toBeGreaterThan(50_000);
    expect(retryAfterMs(new Headers({ "Retry-After": "soon" }))).toBeNull();
    expect(retryAfterMs(new Headers())).toBeNull();
  });

  test("is the longest of an error with several", () => {
    expect(
      retryAfterMs({
        errors: [
          entry("RATE_LIMITED", { retryAfterMs: 400 }),
          entry("RATE_LIMITED", { retryAfterMs: 900 }),
        ],
      }),
    ).toBe(900);
  });

  test("is read from the response of an error or of fetch, and is null without one", () => {
    const headers = new Headers({ "Retry-After": "3" });

    expect(retryAfterMs(asError({ response: { status: 503, headers } }))).toBe(3_000);
    expect(retryAfterMs(new Response("", { status: 503, headers }))).toBe(3_000);
    expect(retryAfterMs(lost("fetch failed"))).toBeNull();
  });
});
