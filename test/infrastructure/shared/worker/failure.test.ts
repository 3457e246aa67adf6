import { QueryFailedError } from "typeorm";
import { describe, expect, test } from "vitest";
import { Refused } from "../../../../src/domain/shared/domain-error.js";
import { CurrencyMismatch } from "../../../../src/domain/shared/money.js";
import { StaleVersion } from "../../../../src/domain/shared/stale-version.js";
import {
  backoffMs,
  isFinal,
  shortError,
} from "../../../../src/infrastructure/shared/worker/failure.js";

/** The length of the columns of events and of work. */
const LONGEST = 200;

describe("the stored text of a failure", () => {
  test.each([
    ["many lines", "the shelf\nfell down\t".repeat(100)],
    ["signs that reverse the writing direction", "\u202E".repeat(1_000)],
    ["faces", "😀".repeat(1_000)],
    ["nothing", ""],
  ])("is one short line, also for a message of %s", (_, message) => {
    const stored = shortError(new TypeError(message));

    expect(stored.length).toBeLessThanOrEqual(LONGEST);
    expect(stored).toMatch(/^TypeError: /);
    expect(stored.isWellFormed()).toBe(true);
    expect(stored).not.toMatch(/[\n\t\u202E]/);
  });

  test("contains no password, wherever the line ends", () => {
    for (let length = 0; length < 220; length += 1) {
      const message = `${"x".repeat(length)} mysql://plinth:s3cret@db.internal.example/shop`;
      expect(shortError(new Error(message))).not.toContain("s3cr");
    }
  });

  test("has only the code of a driver's error, because its message repeats stored values", () => {
    const error = new QueryFailedError(
      "UPDATE",
      [],
      Object.assign(new Error("Duplicate entry 'ann@example.com'"), { code: "ER_DUP_ENTRY" }),
    );

    expect(shortError(error)).toBe("QueryFailedError ER_DUP_ENTRY");
  });
});

describe("failed work", () => {
  test("is not tried again when a rule refused it, and is when another change was faster", () => {
    const rule = new CurrencyMismatch("EUR", "CHF");

    expect(
      [rule, new Refused([rule]), new StaleVersion("product_1", 3), new Error("x")].map(isFinal),
    ).toEqual([true, true, false, false]);
  });

  test("is tried again after a second, and then after twice as long each time", () => {
    expect([1, 2, 3, 9].map(backoffMs)).toEqual([1_000, 2_000, 4_000, 256_000]);
  });
});
