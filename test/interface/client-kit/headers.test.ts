import { afterEach, describe, expect, test, vi } from "vitest";
import {
  buyerHeaders,
  idempotencyHeaders,
  shopHeaders,
} from "../../../clients/typescript/lib/headers.js";

afterEach(() => vi.unstubAllGlobals());

describe("the headers of a request", () => {
  test("name the market and the language that are given, and nothing else", () => {
    expect(shopHeaders({ market: "ch", locale: "de" })).toEqual({
      "Plinth-Market": "ch",
      "Plinth-Locale": "de",
    });
    expect([shopHeaders({ market: null, locale: "de" }), shopHeaders(), shopHeaders({})]).toEqual([
      { "Plinth-Locale": "de" },
      {},
      {},
    ]);
  });

  test("hand on the address of the buyer", () => {
    expect([buyerHeaders("192.0.2.7"), buyerHeaders(undefined)]).toEqual([
      { "X-Forwarded-For": "192.0.2.7" },
      {},
    ]);
  });

  test("have another random key each time, or the key that is given", () => {
    const keys = [idempotencyHeaders(), idempotencyHeaders()].map((one) => one["Idempotency-Key"]);

    expect(new Set(keys).size).toBe(2);
    expect(idempotencyHeaders("mine")).toEqual({ "Idempotency-Key": "mine" });
  });

  test("have a key of 128 random bits where the page has no randomUUID", () => {
    const { crypto } = globalThis;
    vi.stubGlobal("crypto", {
      getRandomValues: (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes),
    });

    expect(idempotencyHeaders()["Idempotency-Key"]).toMatch(/^[0-9a-f]{32}$/);
  });
});
