import { describe, expect, test } from "vitest";
import { safeFacts, safeText } from "../../../../src/infrastructure/shared/log/safe-facts.js";

describe("a text of the log", () => {
  test.each([
    "Authorization: Bearer s3cret",
    "authorization: bearer s3cret",
    "AUTHORIZATION: BEARER s3cret",
    "proxy-authorization: basic s3cret",
    "Basic s3cret",
    "mysql://plinth:s3cret@db.internal/shop",
    "MYSQL://plinth:s3cret@db.internal/shop",
    "bearer\ts3cret",
    "Authorization: Bearer\n s3cret",
    `${"x".repeat(460)} mysql://plinth:s3cret${"s".repeat(40)}@db.internal/shop`,
    "two: Bearer s3cret and bearer s3cret",
  ])("contains no credential, however it is written: %j", (text) => {
    expect(safeText(text)).not.toContain("s3cret");
    const facts = safeFacts({
      operation: text,
      error: new Error(text, { cause: new Error(text) }),
    });
    expect(JSON.stringify(facts)).not.toContain("s3cret");
  });

  test("is redacted before it is cut and escaped", () => {
    expect(safeText("Authorization: Bearer\ts3cret")).toBe("Authorization: Bearer[redacted]");
    expect(safeText(`mysql://${"u".repeat(480)}:s3cret${"s".repeat(40)}@db/shop`)).toBe(
      "mysql://[redacted]db/shop",
    );
  });

  test("keeps facts of zero and empty texts", () => {
    expect(safeFacts({ status: 0, durationMs: 0, count: 0, operation: "" })).toEqual({
      status: 0,
      durationMs: 0,
      count: 0,
      operation: "",
    });
  });

  test("ends after 500 characters, and not before", () => {
    expect(safeText("x".repeat(500))).toBe("x".repeat(500));
    expect(safeText("x".repeat(501))).toBe(`${"x".repeat(500)}…`);
  });
});
