import { describe, expect, test } from "vitest";
import { refusalsOf } from "../../../src/application/shared/refusal.js";
import { DomainError } from "../../../src/domain/shared/domain-error.js";

class TestError extends DomainError {
  readonly code = "TEST_ERROR";
}

describe("the message of a refusal", () => {
  test("is complete up to 500 characters", () => {
    const messageOf = (length: number) =>
      refusalsOf(new TestError("x".repeat(length)))?.[0]?.message;

    expect(messageOf(500)).toBe("x".repeat(500));
    expect(messageOf(501)).toBe(`${"x".repeat(500)}…`);
  });
});
