import { describe, expect, test } from "vitest";
import { limitOption } from "../../src/interface/cli/limit-option.js";
import { idempotencyKeyProblem } from "../../src/interface/graphql/mutation/idempotency-key-problem.js";

describe("an idempotency key", () => {
  test.each([1, 255])("may have %i characters", (length) => {
    expect(idempotencyKeyProblem("k".repeat(length))).toBeNull();
  });

  test.each([0, 256])("cannot have %i characters", (length) => {
    expect(idempotencyKeyProblem("k".repeat(length))?.code).toBe("INVALID_IDEMPOTENCY_KEY");
  });
});

describe("the limit of a list command", () => {
  const limit = (raw: string): unknown => limitOption().parseArg?.(raw, undefined);

  test("is a number from 1 to 1,000", () => {
    expect([limit("1"), limit("1000")]).toEqual([1, 1_000]);
    for (const raw of ["0", "1001", "-1", "", "1.5"]) expect(() => limit(raw)).toThrow("1 to 1000");
  });
});
