import { describe, expect, test } from "vitest";
import { banner } from "../../../src/interface/cli/banner.js";

describe("what a start in development shows", () => {
  const facts = {
    version: "1.2.3",
    url: "http://127.0.0.1:4000",
    store: "/data/plinth.db",
    issuedKey: null,
    ownKey: true,
    hasSandbox: false,
    hasStorefront: false,
  };

  test("names the page of the sandbox gateway where there is one", () => {
    expect(banner({ ...facts, hasSandbox: true })).toContain(
      "  Payments    http://127.0.0.1:4000/playground/sandbox\n",
    );
    expect(banner(facts)).not.toContain("Payments");
  });

  test("names the example storefront first, where there is one", () => {
    expect(banner({ ...facts, hasStorefront: true })).toMatch(
      /is ready\.\n\n {2}Shop {8}http:\/\/127\.0\.0\.1:4000\/shop\/\n/,
    );
    expect(banner(facts)).not.toContain("/shop/");
  });
});
